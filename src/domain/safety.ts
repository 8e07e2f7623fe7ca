import { DAY } from './fade-day.ts';
import type { CircleTime, MemberId } from './ids.ts';

/** What the circle has written for the moment when somebody is not safe; every part may be empty. */
export interface Safety {
  /** The local emergency number. */
  readonly emergency: string;
  /** Who calls whom. */
  readonly calls: string;
  /** Whom to turn to at work, or where they belong. */
  readonly contact: string;
  /** Anything else; all that older versions know of the sheet. */
  readonly more: string;
  /** When somebody last looked whether all of it holds. */
  readonly checked: { readonly at: CircleTime; readonly by: MemberId } | null;
}

export const safetyParts = ['emergency', 'calls', 'contact', 'more'] as const;
export type SafetyPart = (typeof safetyParts)[number];

export const isBlank = (safety: Safety): boolean =>
  safetyParts.every((part) => safety[part] === '');

/** Numbers change: half a year. */
const HOLDS = 183 * DAY;

/** Whether it is time to look at the sheet again. */
export const isOld = (safety: Safety, now: CircleTime): boolean =>
  !isBlank(safety) && now - (safety.checked?.at ?? -Infinity) > HOLDS;

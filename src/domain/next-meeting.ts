import type { CircleTime, MemberId } from './ids.ts';
import type { NextMeeting, Session } from './session.ts';

/** A next meeting as somebody has fixed it. Whoever fixes one removes those they knew of. */
export interface FixedDate extends NextMeeting {
  readonly id: string;
  readonly by: MemberId;
  readonly fixedAt: CircleTime;
}

/** What a calendar has to know of the meeting that counts, beside its date. */
export interface Fixing {
  /** The row that it stands in. */
  readonly row: string | null;
  /** Names the meeting, whatever its date. */
  readonly meeting: string | null;
  /** How often its date has been changed. */
  readonly changes: number;
}

export const unfixed: Fixing = { row: null, meeting: null, changes: 0 };

/** A session that begins this long before or after its date is the one that was meant, ms. */
const AROUND = 6 * 60 * 60_000;
/** A date is shown until this long after it, ms: people come late. */
const LATE = 3 * 60 * 60_000;

/** Whether a date is still to come, or came a moment ago. */
export const isAhead = (next: { readonly at: CircleTime }, now: CircleTime): boolean =>
  next.at + LATE > now;

/** Whether the meeting of this date has begun, or is over: the next date is then another meeting. */
export const hasBegun = (
  next: { readonly at: CircleTime },
  sessions: readonly Session[],
  now: CircleTime,
): boolean =>
  next.at <= now || sessions.some(({ startedAt }) => Math.abs(startedAt - next.at) < AROUND);

/** The meeting that a date belongs to: the same one while it has not begun, with one change more. */
export function fixingAfter(
  before: { readonly next: NextMeeting | null; readonly fixing: Fixing },
  sessions: readonly Session[],
  now: CircleTime,
  fresh: string,
): Fixing {
  const { next, fixing } = before;
  return next && fixing.meeting !== null && !hasBegun(next, sessions, now)
    ? { row: fresh, meeting: fixing.meeting, changes: fixing.changes + 1 }
    : { row: fresh, meeting: fresh, changes: 0 };
}

/**
 * Dates that others fixed at the same time, without knowing of the one that counts. Which one counts is the same on
 * every device; these are told, so that none is lost without a word.
 */
export function otherDates(
  fixed: readonly FixedDate[],
  { next, row }: { readonly next: NextMeeting | null; readonly row: string | null },
  now: CircleTime,
): FixedDate[] {
  return fixed.filter(
    (date) => date.id !== row && isAhead(date, now) && !(next && isSame(date, next)),
  );
}

const isSame = (a: NextMeeting, b: NextMeeting): boolean =>
  a.at === b.at && a.presenter === b.presenter && a.host === b.host && a.backup === b.backup;

/** After this long without a session a circle has gone quiet, ms. */
export const QUIET = 42 * 86_400_000;

/** Whether nobody has met for six weeks, and no date is set. */
export const isQuiet = (
  past: readonly Session[],
  next: NextMeeting | null,
  now: CircleTime,
): boolean => {
  const last = past[0];
  return last !== undefined && !(next && isAhead(next, now)) && now - last.startedAt >= QUIET;
};

/** How long a meeting stands in a calendar, in minutes: as long as the last one was planned, an hour else. */
export function lengthOf(past: readonly Session[]): number {
  const planned = past[0]?.plan.reduce((all, { minutes }) => all + minutes, 0) ?? 0;
  return planned >= 15 ? planned : 60;
}

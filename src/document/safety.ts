import type { Safety, SafetyPart } from '../domain/safety.ts';
import type { CircleDocument } from './circle-document.ts';
import { id, parser, parseText, time, type Parse } from './parse.ts';
import * as v from './shapes.ts';

/** The fields of the circle that hold the sheet: one each, so that two who write at once lose nothing. */
export const fieldOf: Readonly<Record<SafetyPart, string>> = {
  emergency: 'safetyEmergency',
  calls: 'safetyCalls',
  contact: 'safetyContact',
  more: 'safetySheet',
};

export const parseChecked: Parse<NonNullable<Safety['checked']>> = parser(
  v.object({ at: time, by: id }),
);

export function safetyOf({ meta }: CircleDocument): Safety {
  const said = (part: SafetyPart): string => parseText(meta.get(fieldOf[part])) ?? '';
  return {
    emergency: said('emergency'),
    calls: said('calls'),
    contact: said('contact'),
    more: said('more'),
    checked: parseChecked(meta.get('safetyChecked')),
  };
}

/** Writes parts of the sheet, and that somebody has looked at it just now. */
export function writeSafety(
  circle: CircleDocument,
  parts: Partial<Record<SafetyPart, string>>,
  checked: NonNullable<Safety['checked']>,
): void {
  circle.write(() => {
    for (const [part, text] of Object.entries(parts)) {
      const field = new Map(Object.entries(fieldOf)).get(part);
      if (field !== undefined) circle.meta.set(field, text);
    }
    circle.meta.set('safetyChecked', checked);
  });
}

/** The sheet as the fields that hold it, for a copy. */
export const safetyFields = ({ meta }: CircleDocument): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.values(fieldOf).map((field) => [field, parseText(meta.get(field)) ?? '']),
  );

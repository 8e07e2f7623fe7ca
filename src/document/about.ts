import type { NextMeeting } from '../domain/session.ts';
import type { CircleDocument } from './circle-document.ts';
import { id, maybeId, parser, parseText, time, type Parse } from './parse.ts';
import { CURRENT_SCHEMA } from './schema-version.ts';
import * as v from './shapes.ts';

/** What is said of the circle as a whole. */
export interface About {
  readonly name: string;
  /** The address of the circle's video call, or empty. */
  readonly callAddress: string;
  readonly next: NextMeeting | null;
}

// Formatting a date in a zone that this browser does not know throws; the time itself is right in any zone.
export const zone = v.pipe(
  id,
  v.transform((name) => (isZone(name) ? name : 'UTC')),
);

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) instanceof Intl.DateTimeFormat;
  } catch {
    // The only way to ask: `Intl.supportedValuesOf` leaves out names that are understood.
    return false;
  }
}

export const parseNextMeeting: Parse<NextMeeting> = parser(
  v.object({ at: time, zone, presenter: maybeId, host: maybeId, backup: maybeId }),
);

export function aboutOf({ meta }: CircleDocument): About {
  return {
    name: parseText(meta.get('name')) ?? '',
    callAddress: parseText(meta.get('callAddress')) ?? '',
    next: parseNextMeeting(meta.get('next')),
  };
}

export function foundCircle(circle: CircleDocument, name: string, callAddress: string): void {
  circle.write(() => {
    circle.meta.set('schema', CURRENT_SCHEMA);
    circle.meta.set('name', name);
    circle.meta.set('callAddress', callAddress);
  });
}

export function nameCircle(circle: CircleDocument, name: string): void {
  circle.write(() => circle.meta.set('name', name));
}

export function setCallAddress(circle: CircleDocument, address: string): void {
  circle.write(() => circle.meta.set('callAddress', address));
}

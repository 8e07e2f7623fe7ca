import type { CircleTime, MemberId } from '../domain/ids.ts';
import type { FixedDate, Fixing } from '../domain/next-meeting.ts';
import { fixingAfter, unfixed } from '../domain/next-meeting.ts';
import type { NextMeeting } from '../domain/session.ts';
import { aboutOf, zone } from './about.ts';
import type { CircleDocument } from './circle-document.ts';
import { count, id, maybeId, parser, time, type Parse } from './parse.ts';
import { sessionsIn } from './sessions.ts';
import * as v from './shapes.ts';
import { over, records } from './table.ts';

export const parseFixedDate: Parse<FixedDate> = parser(
  v.object({
    id,
    by: id,
    fixedAt: time,
    at: time,
    zone,
    presenter: maybeId,
    host: maybeId,
    backup: maybeId,
  }),
);

export const parseFixing: Parse<Fixing> = parser(
  v.object({ row: maybeId, meeting: maybeId, changes: v.optional(count, 0) }),
);

/**
 * Dates as people have fixed them. `next` in `meta` is the one that counts, which older versions read and write too;
 * a row beside it is one that somebody fixed at the same time.
 */
export const nextDatesIn = records('nextDates', parseFixedDate);

export const fixingOf = ({ meta }: CircleDocument): Fixing =>
  parseFixing(meta.get('next')) ?? unfixed;

/** Fixes when the circle meets next, or that no date is set, in the place of all that this device knows of. */
export function fixNext(
  circle: CircleDocument,
  next: NextMeeting | null,
  { id, by, fixedAt }: { id: string; by: MemberId; fixedAt: CircleTime },
): void {
  circle.write(() => {
    const before = { next: aboutOf(circle).next, fixing: fixingOf(circle) };
    const fixing = fixingAfter(before, sessionsIn(circle).all(), fixedAt, id);
    dropAll(circle);
    if (next) {
      const { at, zone, presenter, host, backup } = next;
      const date = { at, zone, presenter, host, backup };
      nextDatesIn(circle).put({ ...date, id, by, fixedAt });
      circle.meta.set('next', over(circle.meta.get('next'), { ...date, ...fixing }));
    } else circle.meta.set('next', null);
  });
}

/** Lets the date that counts stand alone. */
export function keepNext(circle: CircleDocument): void {
  const { row } = fixingOf(circle);
  circle.write(() => dropAll(circle, row));
}

function dropAll(circle: CircleDocument, but: string | null = null): void {
  const dates = nextDatesIn(circle);
  for (const key of [...dates.shared.keys()]) if (key !== but) dates.remove(key);
}

import type { Move } from '../domain/move.ts';
import type { CircleDocument } from './circle-document.ts';
import { count, id, parser, time, type Parse } from './parse.ts';
import * as v from './shapes.ts';
import { values } from './table.ts';

export const parseMove: Parse<Move> = parser(
  v.object({
    to: id,
    from: id,
    at: time,
    by: id,
    removed: v.pipe(v.array(id), v.maxLength(24)),
    round: count,
  }),
);

export const movesIn = values('moves', parseMove, (row) => [row.to]);

/** Leaves the note that the circle has a new link. */
export function noteMove(circle: CircleDocument, move: Move): void {
  circle.write(() => movesIn(circle).put(move));
}

import type { MemberId } from '../domain/ids.ts';
import type { StandIn } from '../domain/stand-in.ts';
import type { CircleDocument } from './circle-document.ts';
import { id, parser, type Parse } from './parse.ts';
import * as v from './shapes.ts';
import { values } from './table.ts';
import { setTurn } from './turns.ts';

export const parseStandIn: Parse<StandIn> = parser(
  v.object({
    session: id,
    turn: id,
    insteadOf: id,
    notToday: v.pipe(v.array(id), v.maxLength(24)),
  }),
);

export const standInsIn = values('standIns', parseStandIn, (row) => [row.turn]);

/** Asks somebody to present in the place of a member who has not come; `null`: nobody would like to. */
export function stepIn(circle: CircleDocument, row: StandIn, presenter: MemberId | null): void {
  circle.write(() => {
    standInsIn(circle).put(row);
    setTurn(circle, row.turn, { presenter });
  });
}

/** The member has come after all. */
export function giveBack(circle: CircleDocument, { turn, insteadOf }: StandIn): void {
  circle.write(() => {
    standInsIn(circle).remove([turn]);
    setTurn(circle, turn, { presenter: insteadOf });
  });
}

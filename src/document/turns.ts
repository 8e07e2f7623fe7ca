import type { TurnId } from '../domain/ids.ts';
import type { Turn } from '../domain/session.ts';
import type { CircleDocument } from './circle-document.ts';
import { count, id, maybeId, parser, time, words, type Parse } from './parse.ts';
import * as v from './shapes.ts';
import { records } from './table.ts';

export const parseTurn: Parse<Turn> = parser(
  v.object({
    id,
    session: id,
    index: count,
    presenter: maybeId,
    challenge: words,
    focus: words,
    ideas: v.optional(v.nullable(v.object({ wanted: v.boolean(), by: id, at: time })), null),
  }),
);

export const turnsIn = records('turns', parseTurn);

export function setTurn(
  circle: CircleDocument,
  turn: TurnId,
  fields: Partial<Omit<Turn, 'id' | 'session' | 'index'>>,
): void {
  circle.write(() => turnsIn(circle).patch(turn, fields));
}

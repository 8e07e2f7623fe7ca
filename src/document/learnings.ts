import type { MemberId, SessionId } from '../domain/ids.ts';
import type { Learning } from '../domain/learning.ts';
import type { CircleDocument } from './circle-document.ts';
import { id, maybeTime, parser, someText, time, type Parse } from './parse.ts';
import * as v from './shapes.ts';
import { values } from './table.ts';

export const parseLearning: Parse<Learning> = parser(
  v.object({
    session: id,
    member: id,
    text: someText,
    at: time,
    changedAt: maybeTime,
    kept: v.fallback(v.optional(v.boolean()), undefined),
  }),
);

export const learningsIn = values('learnings', parseLearning, (row) => [row.session, row.member]);

export function learn(circle: CircleDocument, learning: Learning): void {
  circle.write(() => learningsIn(circle).put(learning));
}

export function takeBackLearning(
  circle: CircleDocument,
  session: SessionId,
  member: MemberId,
): void {
  circle.write(() => learningsIn(circle).remove([session, member]));
}

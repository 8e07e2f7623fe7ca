import type { Goodbye } from '../domain/goodbye.ts';
import type { CircleDocument } from './circle-document.ts';
import { id, parser, time, type Parse } from './parse.ts';
import * as v from './shapes.ts';
import { values } from './table.ts';

const session = v.fallback(id, '');

export const parseGoodbye: Parse<Goodbye> = parser(v.object({ member: id, session, at: time }));

export const goodbyesIn = values('goodbyes', parseGoodbye, (row) => [row.member, row.session]);

export function sayGoodbye(circle: CircleDocument, goodbye: Goodbye): void {
  circle.write(() => goodbyesIn(circle).put(goodbye));
}

export function stayAfterAll(
  circle: CircleDocument,
  { member, session }: Pick<Goodbye, 'member' | 'session'>,
): void {
  circle.write(() => goodbyesIn(circle).remove([member, session]));
}

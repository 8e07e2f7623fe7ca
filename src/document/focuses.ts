import type { Focus } from '../domain/norm-focus.ts';
import type { CircleDocument } from './circle-document.ts';
import { id, parser, time, type Parse } from './parse.ts';
import * as v from './shapes.ts';
import { values } from './table.ts';

export const parseFocus: Parse<Focus> = parser(
  v.object({ session: id, norm: id, member: id, at: time }),
);

/** One value a session: of two who pick at once, all screens take the same one. */
export const focusesIn = values('focuses', parseFocus, (row) => [row.session]);

export function pickFocus(circle: CircleDocument, focus: Focus): void {
  circle.write(() => focusesIn(circle).put(focus));
}

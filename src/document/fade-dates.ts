import type { FadedMark, FadeDate } from '../domain/fading.ts';
import type { CircleDocument } from './circle-document.ts';
import { id, maybeId, parser, time, type Parse } from './parse.ts';
import * as v from './shapes.ts';
import { values } from './table.ts';

export const parseFadeDate: Parse<FadeDate> = parser(
  v.object({ session: id, on: v.nullable(time), by: maybeId, at: time }),
);

export const parseFadedMark: Parse<FadedMark> = parser(
  v.object({ session: id, at: time, by: maybeId }),
);

export const fadeDatesIn = values('fadeDates', parseFadeDate, (row) => [row.session, row.by ?? '']);
export const fadedMarksIn = values('faded', parseFadedMark, (row) => [row.session]);

export function setFadeDate(circle: CircleDocument, date: FadeDate): void {
  circle.write(() => fadeDatesIn(circle).put(date));
}

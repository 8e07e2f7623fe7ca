import type { SessionId } from '../domain/ids.ts';
import {
  warmUpSteps,
  type WarmUpLine,
  type WarmUpRow,
  type WarmUpStep,
} from '../domain/warm-up.ts';
import type { CircleDocument } from './circle-document.ts';
import { id, parser, someText, time, type Parse } from './parse.ts';
import * as v from './shapes.ts';
import { values } from './table.ts';

export const parseWarmUpRow: Parse<WarmUpRow> = parser(
  v.object({ session: id, step: v.picklist(warmUpSteps), text: someText, by: id, at: time }),
);

export const parseWarmUpLine: Parse<WarmUpLine> = parser(
  v.object({ id, session: id, text: someText }),
);

export const warmUpsIn = values('warmUps', parseWarmUpRow, (row) => [row.session, row.step]);
export const warmUpLinesIn = values('warmUpLines', parseWarmUpLine, (row) => [row.id]);

/** Takes a step of the warm-up, or takes it anew with another text. */
export function stepWarmUp(circle: CircleDocument, row: WarmUpRow): void {
  circle.write(() => warmUpsIn(circle).put(row));
}

export function unstepWarmUp(circle: CircleDocument, session: SessionId, step: WarmUpStep): void {
  circle.write(() => warmUpsIn(circle).remove([session, step]));
}

export function showLine(circle: CircleDocument, line: WarmUpLine): void {
  circle.write(() => warmUpLinesIn(circle).put(line));
}

export function takeBackLine(circle: CircleDocument, line: string): void {
  circle.write(() => warmUpLinesIn(circle).remove([line]));
}

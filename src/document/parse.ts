import * as v from './shapes.ts';

/** Whoever holds the link can write anything: a row that is not what it should be is `null`, and is skipped. */
export type Parse<Row> = (fields: unknown) => Row | null;

export const parser =
  <Row>(shape: v.Shape<Row>): Parse<Row> =>
  (fields) =>
    v.read(shape, fields);

// Ten times the longest text of ours, so that a later version may allow more; beyond that it is not a text.
export const text = v.pipe(v.string(), v.maxLength(20_000));
export const someText = v.pipe(text, v.minLength(1));
export const id = v.pipe(v.string(), v.minLength(1), v.maxLength(100));
// The span of times that a `Date` can hold: beyond it, formatting one throws.
export const time = v.pipe(v.number(), v.minValue(-8.64e15), v.maxValue(8.64e15));
export const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000));
export const words = v.optional(text, '');
export const maybeTime = v.optional(v.nullable(time), null);
export const maybeId = v.optional(v.nullable(id), null);

export const parseText: Parse<string> = parser(text);
export const parseCount: Parse<number> = parser(count);

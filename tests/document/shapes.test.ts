import { expect, test } from 'vitest';
import * as v from '../../src/document/shapes.ts';

const row = v.object({
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(4)),
  at: v.pipe(v.number(), v.integer(), v.minValue(0)),
  words: v.optional(v.string(), ''),
  by: v.optional(v.nullable(v.string()), null),
  kind: v.fallback(v.picklist(['a', 'b']), 'other'),
  kept: v.optional(v.boolean()),
  list: v.optional(v.pipe(v.array(v.number()), v.maxLength(2)), []),
});
const least = { id: 'x', at: 1 };
const whole = { ...least, words: '', by: null, kind: 'other', list: [] };

test('what is missing is filled in, and what nobody knows is left out', () => {
  expect(v.read(row, { ...least, more: 1 })).toEqual(whole);
  expect(Object.keys(v.read(row, least) ?? {})).not.toContain('kept');
  const more = { kept: false, kind: 'b' };
  expect(v.read(row, { ...least, ...more })).toEqual({ ...whole, ...more });
});

test.each<[what: string, value: unknown]>([
  ['no object', null],
  ['a text', 'x'],
  ['a field that must be there is not', { id: 'x' }],
  ['an empty text where there must be one', { ...least, id: '' }],
  ['a text that is too long', { ...least, id: 'xxxxx' }],
  ['no number', { ...least, at: NaN }],
  ['a broken number', { ...least, at: 1.5 }],
  ['a number that is too small', { ...least, at: -1 }],
  ['null where only a missing value is allowed', { ...least, words: null }],
  ['a list of something else', { ...least, list: ['1'] }],
  ['a list that is too long', { ...least, list: [1, 2, 3] }],
  ['something like a list', { ...least, list: { length: 1, 0: 1 } }],
])('%s is not read', (_what, value) => {
  expect(v.read(row, value)).toBeNull();
});

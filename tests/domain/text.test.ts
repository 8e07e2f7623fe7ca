import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkText, limits } from '../../src/domain/text.ts';

test.each(['', '   ', '\n\t', '\u200b', '\u202e \u200f'])('%j is empty', (typed) => {
  expect(checkText(typed, 'line')).toEqual({ ok: false, because: 'empty', over: 0 });
});

test.each([
  ['  Ana  ', 'Ana'],
  ['👩‍🚀', '👩‍🚀'],
  ['علي', 'علي'],
  ['Re\u0301sume\u0301', 'R\u00e9sum\u00e9'],
])('%j is kept as %j', (typed, text) => {
  expect(checkText(typed, 'name')).toEqual({ ok: true, text });
});

test('a text of 10,000 characters goes back whole, with how much is too much', () => {
  const typed = 'a'.repeat(10_000);
  expect(checkText(typed, 'text')).toEqual({ ok: false, because: 'too-long', over: 8000 });
});

const signs = fc.constantFrom('a', ' ', '\n', 'e', '\u0301', '\u00e9', '\u200d', '\u{1f469}');

test('nothing that is accepted is longer than its limit, or changed by a second look', () => {
  fc.assert(
    fc.property(fc.string({ unit: signs, maxLength: 80 }), (typed) => {
      const checked = checkText(typed, 'name');
      if (!checked.ok) return;
      expect(checked.text.length).toBeLessThanOrEqual(limits.name);
      expect(checkText(checked.text, 'name')).toEqual(checked);
    }),
  );
});

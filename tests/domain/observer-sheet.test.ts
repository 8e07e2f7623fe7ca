import { expect, test } from 'vitest';
import { observedIn } from '../../src/domain/observer-sheet.ts';

const empty = observedIn('');

test('a sheet comes back as it was kept', () => {
  const sheet = { ...empty, heard: { ...empty.heard, open: 4, advice: 1 }, word: 'alone' };
  expect(observedIn(JSON.stringify(sheet))).toEqual(sheet);
});

test.each(['', 'no json', '[]', '7', 'null', '{"heard":3,"word":5}', '{"heard":{"open":-1}}'])(
  'what is no sheet is an empty one: %s',
  (kept) => expect(observedIn(kept)).toEqual(empty),
);

import { expect, test } from 'vitest';
import { excerptOf } from '../../../src/components/find/excerpt.ts';
import { readSections, searcher, type Section } from '../../../src/components/find/search.ts';

const section = (to: string, heading: string, text: string): Section => ({
  to,
  page: 'Listening',
  heading,
  text,
});
const search = searcher([
  section('a', 'Silence', 'Wait until it is said.'),
  section('b', 'Advice', 'When advice slips in, ask for the need.'),
  section('c', 'Both', 'There is no advice in it, and a good deal of silence.'),
]);
const places = (query: string): string[] => search(query).map(({ to }) => to);

test.each([
  ['what every word is in comes first', 'silence advice', ['c', 'b', 'a']],
  ['a heading counts more than a text', 'silence', ['a', 'c']],
  ['the beginning of a word is enough', 'sil', ['a', 'c']],
  ['a typing error is forgiven', 'silense', ['a', 'c']],
  ['small words do not matter', 'the need of the', ['b']],
  ['what nobody says is not found', 'xylophone', []],
  ['nothing finds nothing', '  ', []],
  ['signs find nothing and break nothing', '(?:[*+\\', []],
])('%s', (_, query, found) => {
  expect(places(query)).toEqual(found);
});

test('what came from the site is read, and what is no section is left out', () => {
  const good = section('a', '', 'text');
  expect(readSections([good, null, 4, { to: 'b' }, { ...good, text: 5 }])).toEqual([good]);
  expect(readSections({ a: 1 })).toEqual([]);
});

test('an excerpt begins near the first word that was met, and marks whole words only', () => {
  const text = `${'Long before that. '.repeat(12)}A silence is not the silences of others. ${'After. '.repeat(40)}`;
  const pieces = excerptOf(text, ['silence', '(']);
  expect(pieces.filter(({ isMarked }) => isMarked)).toEqual([{ text: 'silence', isMarked: true }]);
  const shown = pieces.map((piece) => piece.text).join('');
  expect(shown).toMatch(/^… .* …$/);
  expect(shown.length).toBeLessThan(200);
  expect(text).toContain(shown.slice(2, -2));
});

test('without a word to mark, an excerpt is the beginning', () => {
  expect(excerptOf('All of it.', [])).toEqual([{ text: 'All of it.', isMarked: false }]);
});

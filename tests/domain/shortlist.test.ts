import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatShortlist, readShortlist } from '../../src/domain/shortlist-link.ts';
import {
  MOST_NORMS,
  moved,
  shared,
  withPicked,
  without,
  type Picked,
  type Shortlist,
} from '../../src/domain/shortlist.ts';

const library = (name: string): Picked => ({ kind: 'library', name });
const own = (text: string): Picked => ({ kind: 'own', text });
const seven = ['co1', 'co5', 'vo1', 'qa1', 'ca3', 'cr3', 'in10'].map(library);
const isKnown = (name: string): boolean => !name.startsWith('zz');
const read = (fragment: string) => readShortlist(fragment, isKnown);
const names = (list: Shortlist) => list.map((one) => (one.kind === 'own' ? one.text : one.name));

describe('a shortlist', () => {
  test('takes seven, and each norm once', () => {
    expect(withPicked(seven, library('li1'))).toEqual(seven);
    expect(withPicked([library('co1')], library('co1'))).toHaveLength(1);
    expect(withPicked([own('We  listen.')], own('we listen'))).toHaveLength(1);
    expect(without(seven, library('vo1'))).toHaveLength(6);
  });

  test.each([
    [0, 1, ['b', 'a', 'c']],
    [2, -1, ['a', 'c', 'b']],
    [0, -1, ['a', 'b', 'c']],
    [2, 1, ['a', 'b', 'c']],
    [0, 9, ['b', 'c', 'a']],
    [7, 1, ['a', 'b', 'c']],
  ])('the norm at %i moves by %i', (from, by, expected) => {
    expect(names(moved(['a', 'b', 'c'].map(own), from, by))).toEqual(expected);
  });

  test('beside another shows what both have, in the order of mine', () => {
    const mine = [library('co1'), own('We laugh.'), library('vo1')];
    const theirs = [library('vo1'), library('li1'), own('we laugh')];
    expect(names(shared(mine, theirs))).toEqual(['We laugh.', 'vo1']);
  });
});

describe('the link of a shortlist', () => {
  test('has far less than 300 characters for seven norms of the library', () => {
    const link = `https://a-rather-long-host.example.org/peer-coaching/norms/shortlist/#${formatShortlist(seven)}`;
    expect(link.length).toBeLessThan(120);
  });

  test('brings every list as it was, whatever its words', () => {
    const words = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 24 })
      .map((text) => `We ${text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim()}`.trim())
      .map((text) => text.normalize('NFC'));
    fc.assert(
      fc.property(fc.uniqueArray(words, { maxLength: 2, selector: (text) => text }), (texts) => {
        const list = texts.map(own).reduce(withPicked, seven.slice(0, 5) as Shortlist);
        const fragment = formatShortlist(list);
        expect(fragment).toMatch(/^[\w.%-]*$/);
        expect(read(fragment)).toEqual({ list, faults: [] });
      }),
      { numRuns: 15 },
    );
  });

  const good = formatShortlist(seven);
  test.each([
    ['is cut', good.slice(0, -9), ['co1', 'co5', 'vo1', 'qa1', 'ca3'], ['changed']],
    ['is cut within a name', good.slice(0, -3), 6, ['changed']],
    ['is cut to its head', '1.', [], ['changed']],
    ['is edited', good.replace('vo1', 'vo2'), 7, ['changed']],
    ['is newer', good.replace('1.', '2.'), 7, ['newer']],
    ['is newer, with what only a newer one knows', '2.x.co1.{a}.vo1', ['co1', 'vo1'], ['newer']],
    ['names what is not here', formatShortlist(['zz1', 'co1'].map(library)), ['co1'], ['unknown']],
    [
      'holds 500 norms',
      formatShortlist(Array.from({ length: 500 }, (_, at) => library(`co${at}`))),
      7,
      ['too-many'],
    ],
    ['holds HTML', formatShortlist([own('<img src=x>')]), ['<img src=x>'], []],
    ['holds raw HTML', '1.abcd.<b>co1</b>.co1', ['co1'], ['changed']],
    ['has a broken escape', `1.abcd._We%E0%A4%A.co1`, ['co1'], ['changed']],
    ['holds an endless norm', `1.abcd._${'We'.repeat(400)}.co1`, ['co1'], ['changed']],
    ['is endless', `1.abcd.${'co1.'.repeat(5000)}`, ['co1'], ['changed']],
  ])('that %s says so, and gives what could be read', (_how, fragment, list, faults) => {
    const reading = read(fragment);
    expect(reading?.faults).toEqual(faults);
    if (typeof list === 'number') expect(reading?.list).toHaveLength(list);
    else expect(names(reading?.list ?? [])).toEqual(list);
  });

  test.each(['', 'next', '<script>', 'x.1.co1', '__proto__', '1234.co1', '-1.co1'])(
    'is not %j',
    (fragment) => expect(read(fragment)).toBeNull(),
  );

  test('never brings more than seven', () => {
    expect(read(formatShortlist([...seven, library('li1')]))?.list).toHaveLength(MOST_NORMS);
  });
});

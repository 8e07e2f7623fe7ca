import { expect, test } from 'vitest';
import { leftToday, nextOnes } from '../../../src/domain/practice/five.ts';
import { isGoodOrder } from '../../../src/domain/practice/in-order.ts';
import {
  dateOf,
  isBack,
  localDay,
  practised,
  type Practised,
} from '../../../src/domain/practice/repetition.ts';

const D = localDay(new Date(2026, 10, 25));
const row = (item: string, fields: Partial<Practised> = {}): Practised => ({
  item,
  last: D,
  back: null,
  passed: 0,
  ...fields,
});

/** Days on which an exercise is done, and whether it goes well; then when it comes back, counted from day 0. */
test.each<[what: string, done: readonly [day: number, wentWell: boolean][], back: number | null]>([
  ['what goes well at once need not come back', [[0, true]], null],
  ['a mistake comes back tomorrow', [[0, false]], 1],
  [
    'then after three days',
    [
      [0, false],
      [1, true],
    ],
    4,
  ],
  [
    'then after seven',
    [
      [0, false],
      [1, true],
      [4, true],
    ],
    11,
  ],
  [
    'and then no more',
    [
      [0, false],
      [1, true],
      [4, true],
      [11, true],
    ],
    null,
  ],
  [
    'days count from when it was done, not from when it was due',
    [
      [0, false],
      [20, true],
    ],
    23,
  ],
  [
    'a second mistake begins anew',
    [
      [0, false],
      [1, true],
      [4, false],
    ],
    5,
  ],
  [
    'doing it well before it is back changes no day',
    [
      [0, false],
      [0, true],
    ],
    1,
  ],
  [
    'a mistake does count, even on the same day',
    [
      [0, true],
      [0, false],
    ],
    1,
  ],
  [
    'later mistakes come back, too',
    [
      [0, true],
      [9, false],
    ],
    10,
  ],
])('%s', (_, done, back) => {
  let known: Practised | undefined;
  for (const [day, wentWell] of done) known = practised(known, 'sort-01', wentWell, D + day);
  expect(known?.back ?? null).toBe(back === null ? null : D + back);
});

test.each<[what: string, known: Practised, today: number, back: boolean]>([
  ['on its day', row('a', { back: D + 1 }), D + 1, true],
  ['before its day', row('a', { back: D + 1 }), D, false],
  ['long after its day', row('a', { back: D + 1 }), D + 400, true],
  ['when it need not', row('a'), D + 400, false],
  ['at once, if it was done in 2031', row('a', { last: D + 1900, back: D + 1901 }), D, true],
  ['at once, if no gap reaches its day', row('a', { back: D + 8 }), D, true],
])('an exercise is back: %s', (_, known, today, back) => {
  expect(isBack(known, today)).toBe(back);
});

test('a clock that was in 2031 and is right again hides nothing, and the gaps go on', () => {
  const ahead = practised(undefined, 'a', false, D + 1900);
  const now = practised(ahead, 'a', true, D);
  expect(now).toMatchObject({ last: D, back: D + 3, passed: 1 });
});

test('a day is that of the calendar here, to its last minute, and when clocks change', () => {
  expect(localDay(new Date(2026, 10, 25, 23, 59))).toBe(D);
  expect(localDay(new Date(2026, 10, 26, 0, 0))).toBe(D + 1);
  for (const month of [2, 9]) {
    const first = localDay(new Date(2026, month, 1, 12));
    const days = Array.from({ length: 31 }, (_, i) => localDay(new Date(2026, month, i + 1, 0, 1)));
    expect(days).toEqual(days.map((_, i) => first + i));
    expect(dateOf(first)).toEqual(new Date(2026, month, 1));
  }
});

const levels = [
  ['s1', 's2', 's3', 's4'],
  ['o1', 'o2', 'o3', 'o4'],
];

test.each<[what: string, known: readonly Practised[], five: string]>([
  ['in the beginning, of two levels', [], 's1 s2 s3 o1 o2'],
  [
    'what is back comes first, the longest waiting before all',
    [
      row('o1', { last: D - 1, back: D }),
      row('s1', { last: D - 9, back: D - 8 }),
      row('s2', { back: D + 1 }),
    ],
    's1 o1 s3 s4 o2',
  ],
  ['what is done is not new', [row('s1'), row('s2')], 's3 s4 o1 o2 o3'],
  [
    'when all is done, what was longest ago',
    levels.flat().map((item, i) => row(item, { last: D - i })),
    'o4 o3 o2 o1 s4',
  ],
  ['what is no longer there is passed over', [row('gone', { back: D - 1 })], 's1 s2 s3 o1 o2'],
])('five to do: %s', (_, known, five) => {
  expect(nextOnes(levels, known, D).join(' ')).toBe(five);
});

test('five a day: what was done today counts, what was done in 2031 does not', () => {
  expect(leftToday([], D)).toBe(5);
  expect(leftToday([row('a'), row('b', { last: D - 1 }), row('c', { last: D + 1900 })], D)).toBe(4);
  expect(
    leftToday(
      levels.flat().map((item) => row(item)),
      D,
    ),
  ).toBe(0);
});

test.each<[order: readonly number[], isGood: boolean]>([
  [[0, 1, 2, 3, 4, 5], true],
  [[0, 1, 3, 2, 4, 5], true],
  [[2, 0, 1, 3, 4, 5], true],
  [[0, 2, 1, 4, 3, 5], false],
  [[5, 4, 3, 2, 1, 0], false],
])('the order %s is good: %s', (order, isGood) => {
  expect(isGoodOrder(order, [[2, 0, 1, 3, 4, 5]])).toBe(isGood);
});

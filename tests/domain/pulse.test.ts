import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pulseOf, pulseScale, type PulseRow, type PulseValue } from '../../src/domain/pulse.ts';

const said = (values: readonly PulseValue[], session = 's1'): PulseRow[] =>
  values.map((value, i) => ({ id: `p${i}`, session, item: 'heard', value }));

const shownOf = (values: readonly PulseValue[], came = values.length, isOver = false) =>
  pulseOf('s1', 'heard', { rows: said(values), came, isOver });

test.each<[string, PulseValue[], number, boolean, object]>([
  ['two came: nothing is without names', [4, 4], 2, true, { kind: 'few' }],
  ['three came, and a stranger answers too', [4, 4, 0, 1], 3, true, { kind: 'few' }],
  ['one is still to answer', [4, 4, 3, 3], 5, false, { kind: 'waiting' }],
  ['nobody has answered', [], 4, false, { kind: 'waiting' }],
  ['three of five, and it is over', [4, 4, 3], 5, true, { kind: 'held' }],
  [
    'four of five, and it is over',
    [1, 4, 3, 3],
    5,
    true,
    { kind: 'shown', answered: 4, middle: 3, someLow: false },
  ],
  [
    'all four, before the end',
    [0, 1, 4, 4],
    4,
    false,
    { kind: 'shown', answered: 4, middle: 1, someLow: true },
  ],
])('%s', (_, values, came, isOver, shown) => {
  expect(shownOf(values, came, isOver)).toEqual(shown);
});

test('of answers beyond those who came, and of other sessions and items, nothing counts', () => {
  const rows: PulseRow[] = [
    ...said([3, 3, 3, 3, 0, 0, 0]),
    { id: 'a', session: 's2', item: 'heard', value: 0 },
    { id: 'b', session: 's1', item: 'worth', value: 0 },
  ];
  expect(pulseOf('s1', 'heard', { rows, came: 4, isOver: true })).toMatchObject({
    answered: 4,
    middle: 3,
  });
});

const value = fc.constantFrom(...pulseScale);

test('an answer that stands alone is never told: all that is shown is what would be shown without it', () => {
  fc.assert(
    fc.property(value, value, fc.integer({ min: 3, max: 5 }), (one, others, count) => {
      const rest = Array.from({ length: count }, () => others);
      expect(shownOf([one, ...rest])).toEqual(shownOf([others, ...rest]));
    }),
  );
});

test('who said what makes no difference', () => {
  fc.assert(
    fc.property(
      fc.array(value, { maxLength: 6 }),
      fc.nat(6),
      fc.boolean(),
      (values, came, over) => {
        expect(shownOf(values.toReversed(), Math.max(came, values.length), over)).toEqual(
          shownOf(values, Math.max(came, values.length), over),
        );
      },
    ),
  );
});

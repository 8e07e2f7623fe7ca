import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { summariesIn, type CircleSummary } from '../../src/domain/circle-summary.ts';

const thursdays: CircleSummary = {
  id: 'c1',
  name: 'Thursday mornings',
  members: [{ name: 'Ana', colour: 5 }],
  next: { at: 1_796_288_400_000, zone: 'Europe/Madrid' },
  lastMet: 1_794_474_000_000,
  openCommitments: 2,
};

describe('the list of this browser’s circles', () => {
  test('is read as it was written', () => {
    expect(summariesIn(JSON.stringify([thursdays]))).toEqual([thursdays]);
  });

  test.each([null, '', '{"half', '7', 'null', '{}', '[null, 3, "x", {}, {"id":"a","name":" "}]'])(
    'is empty when %j was stored',
    (stored) => {
      expect(summariesIn(stored)).toEqual([]);
    },
  );

  test('leaves out what cannot be read of a circle, not the circle', () => {
    const odd = { ...thursdays, members: [{ name: 'Ana', colour: 9 }, 4], next: {}, lastMet: 'x' };
    expect(summariesIn(JSON.stringify([odd]))).toEqual([
      { ...thursdays, members: [{ name: 'Ana', colour: 1 }], next: null, lastMet: null },
    ]);
  });

  test('can be read whatever was stored', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (stored) => {
        for (const { id, members } of summariesIn(stored)) {
          expect(id).not.toBe('');
          expect(members.length).toBeLessThanOrEqual(6);
        }
      }),
    );
  });
});

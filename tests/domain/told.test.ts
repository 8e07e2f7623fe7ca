import { expect, test } from 'vitest';
import type { Outcome } from '../../src/domain/commitment.ts';
import { isReworded, isTwiceNotYet, soonestFirst, toldOf } from '../../src/domain/told.ts';
import { commitment, report } from '../support/records.ts';

test.each<[Outcome[], boolean]>([
  [[], false],
  [['not-yet'], false],
  [['not-yet', 'not-yet'], true],
  [['not-yet', 'partly', 'not-yet'], false],
  [['did', 'not-yet', 'not-yet'], true],
  [['not-yet', 'not-yet', 'partly'], false],
])('told as %j: twice "not yet" in a row is %s', (told, is) => {
  const reports = told.map((outcome, at) => report('c1', `s${at}`, outcome, { at }));
  expect(isTwiceNotYet('c1', reports)).toBe(is);
  expect(isTwiceNotYet('c1', reports.toReversed())).toBe(is);
  expect(isTwiceNotYet('c2', reports)).toBe(false);
});

test('tellings of one moment stand in the same order on every device', () => {
  const reports = ['s2', 's1', 's3'].map((session) => report('c1', session, 'partly', { at: 5 }));
  expect(toldOf('c1', reports).map(({ session }) => session)).toEqual(['s1', 's2', 's3']);
});

test('an action is reworded when its words are younger than what was told of it', () => {
  const told = report('c1', 's2', 'did', { at: 10 });
  expect(isReworded(commitment('c1', { changedAt: 11 }), told)).toBe(true);
  expect(isReworded(commitment('c1', { changedAt: 9 }), told)).toBe(false);
  expect(isReworded(commitment('c1'), told)).toBe(false);
  expect(isReworded(commitment('c1', { changedAt: 11 }), null)).toBe(false);
});

test('actions due soon come first, and those without a day last', () => {
  const rows = [{ by: '' }, { by: '2026-12-03' }, { by: '2026-11-30' }];
  expect(soonestFirst(rows).map(({ by }) => by)).toEqual(['2026-11-30', '2026-12-03', '']);
});

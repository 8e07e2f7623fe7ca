import { expect, test } from 'vitest';
import fc from 'fast-check';
import type { NextStep, Outcome } from '../../src/domain/commitment.ts';
import { dueAt, nextSteps, openCommitments, outcomes } from '../../src/domain/commitment.ts';
import { commitment, report } from '../support/records.ts';

const call = commitment('c1', { session: 's1', madeAt: 1 });

test.each<[Outcome, boolean]>([
  ['did', false],
  ['partly', true],
  ['not-yet', true],
  ['changed', false],
  ['let-go', false],
])('a commitment reported as "%s" is still open: %s', (outcome, open) => {
  const reports = [report('c1', 's2', outcome)];
  expect(openCommitments([call], reports)).toEqual(open ? [call] : []);
  expect(dueAt('s3', [call], reports)).toEqual(open ? [call] : []);
});

test('a commitment is not due in the session in which it was made', () => {
  expect(dueAt('s1', [call], [])).toEqual([]);
  expect(dueAt('s2', [call], [])).toEqual([call]);
});

test('a session goes on showing what it has just reported', () => {
  expect(dueAt('s2', [call], [report('c1', 's2', 'did')])).toEqual([call]);
});

test('once ended, a commitment stays ended, whatever is told of it later', () => {
  const reports = [report('c1', 's2', 'did'), report('c1', 's3', 'not-yet')];
  expect(openCommitments([call], reports)).toEqual([]);
});

test('open commitments stand in the order of making, then of ids', () => {
  const some = ['c4', 'c3', 'c2'].map((id) => commitment(id, { madeAt: id === 'c4' ? 0 : 5 }));
  expect(openCommitments(some, []).map(({ id }) => id)).toEqual(['c4', 'c2', 'c3']);
});

test.each<[Outcome, NextStep, boolean]>([
  ['did', 'nothing', false],
  ['did', 'same', true],
  ['did', 'smaller', false],
  ['partly', 'nothing', false],
  ['not-yet', 'same', true],
  ['not-yet', 'smaller', true],
  ['not-yet', 'new', true],
  ['let-go', 'nothing', false],
])('told as "%s", and then "%s": still open: %s', (outcome, next, open) => {
  const reports = [report('c1', 's2', outcome, { next })];
  expect(openCommitments([call], reports)).toEqual(open ? [call] : []);
});

test('an action that becomes smaller ends when the smaller one is there, and both are on the screen until then', () => {
  const smaller = commitment('c2', { session: 's2', follows: 'c1', madeAt: 2 });
  const reports = [report('c1', 's2', 'not-yet', { next: 'smaller' })];
  expect(openCommitments([call, smaller], reports)).toEqual([smaller]);
  expect(dueAt('s2', [call, smaller], reports)).toEqual([call]);
  expect(dueAt('s3', [call, smaller], reports)).toEqual([smaller]);
});

test('an action that says it takes its own place is open all the same', () => {
  const odd = commitment('c1', { follows: 'c1' });
  expect(openCommitments([odd], [])).toEqual([odd]);
});

test('what is open is the same, in whatever order things arrive, and each is told or open or replaced', () => {
  const ids = ['c1', 'c2', 'c3', 'c4'];
  const some = fc.tuple(
    fc.array(fc.tuple(fc.constantFrom(...ids), fc.constantFrom(null, ...ids), fc.nat(3))),
    fc.array(
      fc.tuple(
        fc.constantFrom(...ids),
        fc.constantFrom('s1', 's2', 's3'),
        fc.constantFrom(...outcomes),
        fc.constantFrom(null, ...nextSteps),
      ),
    ),
  );
  fc.assert(
    fc.property(some, fc.infiniteStream(fc.nat()), ([made, told], dice) => {
      const rows = [...new Map(made.map((row) => [row[0], row])).values()];
      const all = rows.map(([id, follows, madeAt]) => commitment(id, { follows, madeAt }));
      const reports = told.map(([id, s, outcome, next]) => report(id, s, outcome, { next }));
      const shuffled = <Row>(list: readonly Row[]): Row[] =>
        list
          .map((row) => [dice.next().value ?? 0, row] as const)
          .sort(([a], [b]) => a - b)
          .map(([, row]) => row);
      const open = openCommitments(all, reports);
      expect(openCommitments(shuffled(all), shuffled(reports))).toEqual(open);
      for (const each of all.filter((one) => !open.includes(one))) {
        const isReplaced = all.some(({ follows }) => follows === each.id);
        expect(isReplaced || reports.some((one) => one.commitment === each.id)).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
});

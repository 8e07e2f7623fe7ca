import { expect, test } from 'vitest';
import type { Outcome } from '../../src/domain/commitment.ts';
import { dueAt, openCommitments } from '../../src/domain/commitment.ts';
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

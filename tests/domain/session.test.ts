import { expect, test } from 'vitest';
import { currentSession, pastSessions } from '../../src/domain/session.ts';
import { session } from '../support/records.ts';

const HOUR = 3_600_000;

test('of two sessions begun at once, every screen takes the earlier', () => {
  const [a, b] = [session('b', { startedAt: 1 }), session('a', { startedAt: 2 })];
  expect(currentSession([b, a], 3)).toBe(a);
  expect(currentSession([a, b], 3)).toBe(a);
});

test('of two sessions begun in the same millisecond, every screen takes the lower id', () => {
  const two = [session('b'), session('a')];
  expect(currentSession(two, 3)?.id).toBe('a');
});

test('a closed session is past; one that nobody closed is past after twelve hours', () => {
  const closed = session('a', { closedAt: 1 });
  const open = session('b', { startedAt: HOUR });
  expect(currentSession([closed, open], 2 * HOUR)).toBe(open);
  expect(pastSessions([closed, open], 2 * HOUR)).toEqual([closed]);
  expect(currentSession([closed, open], 13 * HOUR)).toBeNull();
  expect(pastSessions([closed, open], 13 * HOUR)).toEqual([open, closed]);
});

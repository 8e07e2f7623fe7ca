import { expect, test } from 'vitest';
import { goTo, pause, startClock } from '../../src/domain/session-clock.ts';
import { timeUsed } from '../../src/domain/time-used.ts';
import { session } from '../support/records.ts';

const MINUTE = 60_000;
const plan = [
  { phase: 'arrive', minutes: 2 },
  { phase: 'explore', minutes: 7 },
  { phase: 'commit', minutes: 2 },
  { phase: 'explore', minutes: 7 },
  { phase: 'close', minutes: 2 },
] as const;

test('what was planned and what it took, phase by phase; two of a kind together, pauses not at all', () => {
  let clock = startClock(plan, 0);
  clock = goTo(clock, 1, 3 * MINUTE);
  clock = pause(clock, 9 * MINUTE);
  clock = goTo(clock, 2, 20 * MINUTE);
  clock = goTo(clock, 3, 21 * MINUTE);
  clock = pause(clock, 24 * MINUTE);
  expect(timeUsed(session('s1', { plan, clock }))).toEqual([
    { phase: 'arrive', planned: 2, used: 3 },
    { phase: 'explore', planned: 14, used: 9 },
    { phase: 'commit', planned: 2, used: 1 },
    { phase: 'close', planned: 2, used: 0 },
  ]);
});

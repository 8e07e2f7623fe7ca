import { describe, expect, test } from 'vitest';
import type { Format, PlannedPhase } from '../../src/domain/format.ts';
import {
  currentSession,
  pastSessions,
  planFor,
  sum,
  turnAt,
  turnsPlanned,
} from '../../src/domain/session.ts';
import { jsonOf } from '../content/read-content.ts';
import { session } from '../support/records.ts';

const formats = jsonOf<Omit<Format, 'id'>>('formats').map(([id, rest]): Format => ({
  id,
  ...rest,
}));
const format = (id: string): Format => formats.find((f) => f.id === id)!;
const minutesOf = (plan: readonly PlannedPhase[], phase: string): number | undefined =>
  plan.find((planned) => planned.phase === phase)?.minutes;
const usual = { isFirst: false, openCommitments: 1 };

describe('the plan of a session', () => {
  test.each([
    ['seed60', 60],
    ['seed30', 30],
    ['pair40', 40],
  ])('%s is the format as it is, %i minutes', (id, minutes) => {
    expect(planFor(format(id), usual)).toEqual(format(id).phases);
    expect(sum(format(id).phases)).toBe(minutes);
  });

  test.each(['seed60', 'seed30', 'pair40'])(
    'a first meeting of %s gives ten minutes to norms',
    (id) => {
      const plan = planFor(format(id), { isFirst: true, openCommitments: 0 });
      expect(minutesOf(plan, 'norms')).toBe(10);
      expect(plan[0]?.phase).toBe('arrive');
      expect(plan[1]?.phase).toBe('norms');
      expect(plan.filter(({ phase }) => phase === 'norms')).toHaveLength(1);
    },
  );

  test.each([
    ['first75', 25],
    ['review30', 21],
  ])('a format made for norms keeps its time for them: %s', (id, minutes) => {
    const plan = planFor(format(id), { isFirst: true, openCommitments: 0 });
    expect(minutesOf(plan, 'norms')).toBe(minutes);
  });

  test.each(formats)('where nothing is open, $id has no report-back and lasts as long', (each) => {
    const plan = planFor(each, { isFirst: false, openCommitments: 0 });
    expect(minutesOf(plan, 'report-back')).toBeUndefined();
    expect(sum(plan)).toBe(sum(each.phases));
  });

  test('the minutes of a report-back that is not needed go to the questions', () => {
    const plan = planFor(format('seed60'), { isFirst: false, openCommitments: 0 });
    expect(minutesOf(plan, 'explore')).toBe(23);
  });

  test('the first meeting of a circle takes an hour all the same', () => {
    const plan = planFor(format('seed60'), { isFirst: true, openCommitments: 0 });
    expect(sum(plan)).toBe(60);
    expect(minutesOf(plan, 'explore')).toBe(15);
  });

  test('a short first meeting runs over rather than leave no time for questions', () => {
    const plan = planFor(format('seed30'), { isFirst: true, openCommitments: 0 });
    expect(minutesOf(plan, 'explore')).toBe(8);
    expect(sum(plan)).toBe(35);
  });
});

test("each presenter's part begins with a contract", () => {
  const pair = format('pair40').phases;
  expect(turnsPlanned(pair)).toBe(2);
  expect(pair.map((_, step) => turnAt(pair, step))).toEqual([0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1]);
  expect(turnsPlanned(format('seed60').phases)).toBe(1);
});

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

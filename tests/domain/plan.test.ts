import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { phases, type Format, type PlannedPhase } from '../../src/domain/format.ts';
import { leastMinutes, planFor, planWithin, sum, turnsPlanned } from '../../src/domain/plan.ts';
import { turnAt } from '../../src/domain/session.ts';
import { jsonOf } from '../content/read-content.ts';

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

  test.each(formats)('where something is open, $id has time to report on it', (each) => {
    const plan = planFor(each, { isFirst: false, openCommitments: 3 });
    expect(minutesOf(plan, 'report-back')).toBeGreaterThanOrEqual(3);
    // Where the longest step has no minute to spare, it runs over rather than leave no time for that.
    const longest = Math.max(...each.phases.map(({ minutes }) => minutes));
    if (longest >= 13) expect(sum(plan)).toBe(sum(each.phases));
    else expect(sum(plan) - sum(each.phases)).toBeLessThanOrEqual(5);
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

test('parts begin with a contract also where there are three', () => {
  expect(turnsPlanned(format('triad60').phases)).toBe(3);
  expect(turnsPlanned(format('troika30').phases)).toBe(3);
  expect(turnsPlanned(format('seed90x2').phases)).toBe(2);
});

describe('a plan in less time', () => {
  const shown = (plan: readonly PlannedPhase[] | null): string =>
    plan?.map(({ phase, minutes }) => `${phase} ${minutes}`).join(', ') ?? 'too short';

  test('the full hour in forty minutes keeps its action and its close', () => {
    expect(shown(planWithin(format('seed60').phases, 40))).toBe(
      'arrive 2, norms 1, report-back 4, contract 2, present 4, clarify 2, think 1, explore 11, respond 2, learn 4, commit 4, close 3',
    );
  });

  test('a plan that has time enough stays as it is', () => {
    expect(planWithin(format('seed30').phases, 40)).toBe(format('seed30').phases);
  });

  test('below half of its time it is not squeezed any more', () => {
    expect(leastMinutes(format('seed60').phases)).toBe(36);
    expect(planWithin(format('seed60').phases, 35)).toBeNull();
  });

  const anyPlan = fc.array(
    fc.record({
      phase: fc.constantFrom(...phases),
      minutes: fc.integer({ min: 1, max: 60 }),
    }),
    { minLength: 1, maxLength: 16 },
  );
  test('fills the time to the minute, takes from all and from no action or close', () => {
    fc.assert(
      fc.property(anyPlan, fc.integer({ min: 1, max: 400 }), (plan, minutes) => {
        const less = planWithin(plan, minutes);
        if (minutes < leastMinutes(plan)) {
          expect(less).toBeNull();
          return;
        }
        expect(sum(less ?? [])).toBe(Math.min(minutes, sum(plan)));
        plan.forEach(({ phase, minutes: planned }, i) => {
          const now = less?.[i]?.minutes ?? 0;
          const isWhole = phase === 'commit' || phase === 'close';
          expect(now).toBeGreaterThanOrEqual(isWhole ? planned : Math.ceil(planned / 2));
          expect(now).toBeLessThanOrEqual(planned);
        });
      }),
      { numRuns: 200 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { draw } from '../../src/domain/draw.ts';
import {
  FEWEST_WITH_OBSERVER,
  roles,
  servedIn,
  serviceOf,
  suggestRoles,
  type Asked,
  type Served,
} from '../../src/domain/rota.ts';
import { Dice } from '../support/dice.ts';
import * as record from '../support/records.ts';

const people = ['ana', 'ben', 'chris', 'dana', 'eli', 'fay'];

/** The circle does what the rota says. */
function asSuggested(log: readonly Served[], asked: Asked): Served {
  const suggested = suggestRoles(log, asked);
  const list = (role: (typeof roles)[number]) => [suggested[role]].filter((id) => id !== null);
  const by = {
    presenter: list('presenter'),
    steward: list('steward'),
    observer: list('observer'),
    host: list('host'),
    backup: list('backup'),
  };
  return { session: `s${log.length}`, at: log.length, by };
}

/** A log of up to eight sessions in which anything may have happened, two at one moment too. */
function anyLog(dice: Dice): Served[] {
  const some = (most: number) => people.filter(() => dice.happens(most / people.length));
  return Array.from({ length: dice.below(9) }, (_, i) => ({
    session: `s${i}`,
    at: dice.below(6),
    by: {
      presenter: some(2),
      steward: some(1),
      observer: some(1),
      host: some(1),
      backup: some(1),
    },
  }));
}

const shuffled = <Item>(items: readonly Item[], dice: Dice): Item[] =>
  items
    .map((item) => ({ item, at: dice.roll() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);

const seeds = fc.integer().map((seed) => new Dice(seed));

test('ten thousand logs, each in two orders of arrival, lead to the same rota on both devices', () => {
  fc.assert(
    fc.property(seeds, (dice) => {
      const log = anyLog(dice);
      const members = people.filter(() => dice.happens(0.7));
      const notToday = new Set(people.filter(() => dice.happens(0.2)));
      const elsewhere = suggestRoles(shuffled(log, dice), {
        members: shuffled(members, dice),
        notToday,
      });
      expect(elsewhere).toEqual(suggestRoles(log, { members, notToday }));
    }),
    { numRuns: 10_000 },
  );
});

test('presenter, steward and observer are three, and all of them are here', () => {
  fc.assert(
    fc.property(seeds, fc.shuffledSubarray(people), (dice, members) => {
      const log = anyLog(dice);
      const { presenter, steward, observer, host, backup } = suggestRoles(log, { members });
      const three = [presenter, steward, observer].filter((id) => id !== null);
      expect(new Set(three).size).toBe(three.length);
      for (const each of [...three, host, backup]) {
        if (each !== null) expect(members).toContain(each);
      }
      expect(backup === null || backup !== presenter).toBe(true);
      expect(observer !== null).toBe(members.length >= FEWEST_WITH_OBSERVER);
    }),
    { numRuns: 300 },
  );
});

describe.each([2, 3, 4, 5, 6])('%i who always come', (size) => {
  test.each([size, 2 * size, 13])(
    'have had each role equally often after %i sessions',
    (length) => {
      fc.assert(
        fc.property(
          fc.shuffledSubarray(people, { minLength: size, maxLength: size }),
          (members) => {
            const log: Served[] = [];
            for (let i = 0; i < length; i += 1) log.push(asSuggested(log, { members }));
            for (const role of roles) {
              const times = members.map((member) => serviceOf(log, role, member).times);
              expect(Math.max(...times) - Math.min(...times), role).toBeLessThanOrEqual(1);
            }
          },
        ),
        { numRuns: 20 },
      );
    },
  );
});

test('nobody is steward twice in a row where four or more are here', () => {
  const attendance = fc.array(fc.shuffledSubarray(people, { minLength: 4 }), { maxLength: 12 });
  fc.assert(
    fc.property(attendance, (days) => {
      const log: Served[] = [];
      for (const members of days) {
        const today = asSuggested(log, { members });
        const before = log.at(-1)?.by.steward[0];
        if (before !== undefined) expect(today.by.steward).not.toEqual([before]);
        log.push(today);
      }
    }),
    { numRuns: 200 },
  );
});

test('who would rather not present today comes first the next time', () => {
  const members = people.slice(0, 4);
  const first = asSuggested([], { members });
  const inLine = suggestRoles([first], { members }).presenter ?? '';
  const today = asSuggested([first], { members, notToday: new Set([inLine]) });
  expect(today.by.presenter).not.toEqual([inLine]);
  expect(suggestRoles([first, today], { members }).presenter).toBe(inLine);
});

test('who was away comes first when they are back, and a newcomer before all others, once', () => {
  const members = ['ana', 'ben', 'chris'];
  const log: Served[] = [];
  for (let i = 0; i < 6; i += 1) {
    log.push(asSuggested(log, { members: members.slice(0, i < 2 ? 3 : 2) }));
  }
  const back = asSuggested(log, { members });
  const away = members.find((member) => !log.slice(2).some(({ by }) => by.presenter[0] === member));
  expect(back.by.presenter).toEqual([away]);
  const withNew = [...log, back];
  expect(suggestRoles(withNew, { members: [...members, 'zoe'] }).presenter).toBe('zoe');
  const after = [...withNew, asSuggested(withNew, { members: [...members, 'zoe'] })];
  expect(suggestRoles(after, { members: [...members, 'zoe'] }).presenter).not.toBe('zoe');
});

test('two who are alone need no steward, and one alone has no backup', () => {
  expect(suggestRoles([], { members: ['ana', 'ben'] })).toEqual({
    presenter: 'ana',
    steward: null,
    observer: null,
    host: 'ben',
    backup: 'ben',
  });
  expect(suggestRoles([], { members: ['ana'] })).toMatchObject({ presenter: 'ana', backup: null });
  expect(suggestRoles([], { members: [] }).presenter).toBeNull();
});

test('the log is read from sessions and turns, and says how often and when somebody served', () => {
  const part = { phase: 'contract', minutes: 1 } as const;
  const threeParts = [part, part, part];
  const sessions = [
    record.session('s2', { startedAt: 20, steward: 'ana', observer: 'ben', plan: threeParts }),
    record.session('s1', { startedAt: 10, steward: 'ben', host: 'ana' }),
  ];
  const turns = [
    record.turn('t1', { session: 's1', presenter: 'ana' }),
    record.turn('t2', { session: 's2', presenter: 'ben' }),
    record.turn('t3', { session: 's2', presenter: 'ana', index: 1 }),
    record.turn('t4', { session: 's2', presenter: null, index: 2 }),
  ];
  const log = servedIn(sessions, turns);
  expect(log.map(({ session }) => session)).toEqual(['s1', 's2']);
  expect(serviceOf(log, 'presenter', 'ana')).toEqual({ times: 2, of: 2, last: 20 });
  expect(serviceOf(log, 'steward', 'ben')).toEqual({ times: 1, of: 2, last: 10 });
  expect(serviceOf(log, 'backup', 'ana')).toEqual({ times: 0, of: 2, last: null });
});

test('a lot falls on the same person for all who draw, and over many sessions on each of them', () => {
  expect(draw('s1', [])).toBeNull();
  const lots = Array.from({ length: 300 }, (_, i) => draw(`session ${i}`, people));
  expect(lots).toEqual(
    Array.from({ length: 300 }, (_, i) => draw(`session ${i}`, [...people].reverse())),
  );
  for (const member of people) {
    expect(lots.filter((lot) => lot === member).length).toBeGreaterThan(25);
  }
});

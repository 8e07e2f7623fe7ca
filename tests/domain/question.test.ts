import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Pass, Question } from '../../src/domain/question.ts';
import { paceOf, questionsLeft, roundOf } from '../../src/domain/question.ts';
import { came, pass, question } from '../support/records.ts';

const circle = [came('ana', 1), came('ben', 2), came('chen', 3), came('dee', 4)];
const order = (
  questions: Question[],
  passes: Pass[] = [],
  attendance = circle,
  presenter = 'ana',
) => roundOf(attendance, presenter, questions, passes).order;

test('coaches ask in the order in which they came, and the presenter does not', () => {
  expect(roundOf(circle, 'ana', [], [])).toEqual({
    number: 0,
    asking: 'ben',
    order: ['ben', 'chen', 'dee'],
  });
});

test('with no coach nobody asks', () => {
  expect(roundOf([came('ana', 1)], 'ana', [], [])).toEqual({ number: 0, asking: null, order: [] });
});

test('one coach asks again and again', () => {
  const pair = [came('ana', 1), came('ben', 2)];
  expect(roundOf(pair, 'ana', [question('ben', 0, 5)], [])).toMatchObject({
    number: 1,
    asking: 'ben',
  });
});

test('who has asked comes again after the others', () => {
  expect(order([question('ben', 0, 5)])).toEqual(['chen', 'dee', 'ben']);
});

test('a pass moves the round on, also one that another taps for somebody away', () => {
  expect(order([], [pass('ben', 0, 5)])).toEqual(['chen', 'dee', 'ben']);
  expect(order([], [pass('ben', 0, 5, 'dee')])).toEqual(['chen', 'dee', 'ben']);
});

test('after the last of a round the first asks again', () => {
  const asked = [question('ben', 0, 5), question('chen', 0, 6), question('dee', 0, 7)];
  expect(roundOf(circle, 'ana', asked, [])).toMatchObject({ number: 1, asking: 'ben' });
});

test('a question taken back as the last act returns the turn', () => {
  const asked = [question('ben', 0, 5), question('chen', 0, 6, { takenBack: true })];
  expect(order(asked)[0]).toBe('chen');
});

test('a question taken back after somebody else has asked was a turn', () => {
  const asked = [question('ben', 0, 5, { takenBack: true }), question('chen', 0, 6)];
  expect(order(asked)[0]).toBe('dee');
});

test('who comes late joins the round that is on, at its end', () => {
  const later = [...circle, came('eli', 8)];
  const asked = [
    ...['ben', 'chen', 'dee'].map((who, i) => question(who, 0, 5 + i)),
    question('ben', 1, 9),
  ];
  const late = [...circle, came('eli', 10)];
  expect(order(asked.slice(0, 3), [], later)).toEqual(['eli', 'ben', 'chen', 'dee']);
  expect(order(asked, [], late)).toEqual(['chen', 'dee', 'eli', 'ben']);
});

test('who asks out of turn has asked, and the others come before their next', () => {
  expect(order([question('dee', 0, 5)])).toEqual(['ben', 'chen', 'dee']);
  const twice = [question('ben', 0, 5), question('ben', 1, 6)];
  expect(order(twice)).toEqual(['chen', 'dee', 'ben']);
});

test('a presenter who becomes a coach catches up with one question, not with all rounds', () => {
  const asked = [0, 1, 2].flatMap((round) =>
    ['ben', 'chen', 'dee'].map((who, i) => question(who, round, 10 * round + 5 + i)),
  );
  const before = roundOf(circle, 'ben', asked, []);
  expect(before.asking).toBe('ana');
  const after = roundOf(circle, 'ben', [...asked, question('ana', before.number, 50)], []);
  expect(after.order).toEqual(['chen', 'dee', 'ana']);
});

test('a round far beyond the others does not stop the page', () => {
  const stranger = question('zed', 100_000, 5);
  expect(order([stranger])).toEqual(['ben', 'chen', 'dee']);
  expect(order([question('ben', 100_000, 5)])).toEqual(['chen', 'dee', 'ben']);
});

describe('whatever order records arrive in, and however often', () => {
  type Step = {
    do: 'ask' | 'pass' | 'take back' | 'out of turn' | 'join' | 'present';
    who: number;
  };
  const step = fc.record({
    do: fc.constantFrom<Step['do']>(
      'ask',
      'ask',
      'pass',
      'take back',
      'out of turn',
      'join',
      'present',
    ),
    who: fc.nat(3),
  });

  /** A part of a session as it is lived: each step is taken by whoever the round says. */
  function live(steps: readonly Step[]) {
    const names = ['ana', 'ben', 'chen', 'dee'];
    const attendance = circle.slice(0, 3);
    const questions: Question[] = [];
    const passes: Pass[] = [];
    const turns: { who: string; others: readonly string[] }[] = [];
    let presenter = 'ana';
    let now = 10;
    for (const { do: does, who } of steps) {
      now += 1;
      const { asking, number, order } = roundOf(attendance, presenter, questions, passes);
      const name = names[who]!;
      const last = questions.at(-1);
      if (does === 'join' && attendance.length < 4) attendance.push(came('dee', now));
      else if (does === 'present' && attendance.some(({ member }) => member === name))
        presenter = name;
      else if (does === 'take back' && last)
        questions[questions.length - 1] = { ...last, takenBack: true };
      else if (does === 'out of turn' && order.includes(name)) {
        const round = Math.max(
          number,
          ...questions.filter((q) => q.author === name).map((q) => q.round + 1),
          ...passes.filter((p) => p.member === name).map((p) => p.round + 1),
        );
        questions.push(question(name, round, now));
      } else if (asking && does === 'ask') {
        questions.push(question(asking, number, now));
        turns.push({ who: asking, others: order.filter((other) => other !== asking) });
      } else if (asking && does === 'pass') {
        passes.push(pass(asking, number, now));
        turns.push({ who: asking, others: order.filter((other) => other !== asking) });
      }
    }
    return { attendance, presenter, questions, passes, turns };
  }

  test('all screens agree on who asks', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), fc.infiniteStream(fc.nat()), (steps, keys) => {
        const { attendance, presenter, questions, passes } = live(steps);
        const shuffled = <Row>(rows: readonly Row[]): Row[] =>
          rows
            .map((row) => ({ row, key: keys.next().value! }))
            .sort((a, b) => a.key - b.key)
            .map(({ row }) => row);
        const heard = roundOf(
          shuffled(attendance),
          presenter,
          shuffled([...questions, ...questions]),
          shuffled([...passes, ...passes]),
        );
        expect(heard).toEqual(roundOf(attendance, presenter, questions, passes));
        expect([...heard.order].sort()).toEqual(
          attendance
            .map(({ member }) => member)
            .filter((member) => member !== presenter)
            .sort(),
        );
      }),
    );
  });

  test('nobody who keeps to the order is asked twice before all others had a turn', () => {
    const inTurn = step.filter(({ do: does }) => does !== 'take back' && does !== 'out of turn');
    fc.assert(
      fc.property(fc.array(inTurn, { maxLength: 40 }), (steps) => {
        const { turns } = live(steps);
        turns.forEach(({ who }, i) => {
          const before = turns.findLastIndex((turn, j) => j < i && turn.who === who);
          if (before === -1) return;
          const between = new Set(turns.slice(before + 1, i).map((turn) => turn.who));
          const waited = turns
            .slice(before, i + 1)
            .map(({ others }) => others)
            .reduce((all, others) =>
              all.filter((other) => others.includes(other) || between.has(other)),
            );
          for (const other of waited) expect([...between]).toContain(other);
        });
      }),
    );
  });
});

test('the number of questions left follows the time, never the people', () => {
  expect([0, 60_000, 150_000, 17 * 60_000].map((ms) => questionsLeft(ms))).toEqual([0, 0, 1, 7]);
  expect(questionsLeft(-5_000)).toBe(0);
});

describe('the pace of questions', () => {
  const minutes = (...at: number[]) =>
    paceOf(at.map((minute, i) => question('ben', i, minute * 60_000))) / 60_000;

  test.each([
    ['a rule of thumb at first', [], 2.5],
    ['one question says nothing yet', [1], 2.5],
    ['one that was quick hardly moves it', [1, 2], 2.5],
    ['two quick ones do not move it yet', [0, 1, 2], 2.5],
    ['three do', [0, 1, 2, 3], 1],
    ['many slow ones: as long as they take', [0, 4, 8, 12, 16], 4],
    ['somebody’s long silence is one of many', [0, 3, 6, 30, 33, 36], 3],
    ['two taps in one second are no pace', [0, 0.01, 0.02, 0.03, 0.04], 1],
  ])('%s', (_case, at, expected) => {
    expect(minutes(...at)).toBeCloseTo(expected);
  });

  test('what was taken back does not count', () => {
    const asked = [0, 4, 8, 12].map((at) => question('ben', at, at * 60_000));
    const back = question('ana', 1, 60_000, { takenBack: true });
    expect(paceOf([...asked, back])).toBe(paceOf(asked));
  });

  test('sixteen minutes hold four questions where each takes four', () => {
    expect(questionsLeft(16 * 60_000, 4 * 60_000)).toBe(4);
  });
});

import { describe, expect, test } from 'vitest';
import { DAY } from '../../src/domain/fade-day.ts';
import {
  choiceTime,
  fadeDateOf,
  goneOf,
  isFaded,
  mayFade,
  notesState,
  type FadeDate,
} from '../../src/domain/fading.ts';
import { turn } from '../support/records.ts';

const date = (by: string | null, on: number | null, at: number, session = 's1'): FadeDate => ({
  session,
  on,
  by,
  at,
});
const mark = { session: 's1', at: 9, by: null };

describe('when notes fade', () => {
  test.each([
    ['nobody has said anything', [], undefined],
    ['nobody has chosen', [date(null, 7, 1)], 7],
    [
      'a person has chosen before the usual date was set',
      [date('ana', 30, 1), date(null, 7, 5)],
      30,
    ],
    ['two chose one after the other', [date('ana', 30, 1), date('ben', 7, 2)], 7],
    ['two chose at once', [date('ana', 7, 1), date('ben', 30, 1)], 30],
    ['one keeps and one lengthens at once', [date('ana', 90, 1), date('ben', null, 1)], null],
    ['another session was chosen for', [date('ana', 7, 1, 's2')], undefined],
  ])('%s', (_what, dates, on) => {
    expect(fadeDateOf('s1', dates)?.on).toBe(on);
    expect(fadeDateOf('s1', dates.toReversed())?.on).toBe(on);
  });

  test('a choice is the latest whatever a wrong clock had written before', () => {
    const in2031 = date('ana', 7, 2e12);
    const chosen = date('ben', null, choiceTime([in2031], 1));
    expect(fadeDateOf('s1', [in2031, chosen])).toBe(chosen);
  });

  test.each([
    ['kept', [date('ana', null, 1)], [], 5],
    ['kept', [], [], 5],
    ['fade', [date(null, 7, 1)], [], 6],
    ['hidden', [date(null, 7, 1)], [], 7],
    ['faded', [date('ana', null, 1)], [mark], 5],
  ] as const)('notes are %s', (state, dates, marks, now) => {
    expect(notesState('s1', dates, marks, now)).toBe(state);
  });
});

describe('a day that has come deletes notes', () => {
  const ON = 20_000.5 * DAY;
  const LATER = 21_826;
  test.each([
    ['when another member sees the same date', 20_000, [20_000], true],
    ['when the other is a day behind', 20_000, [19_999], true],
    ['not alone', 20_000, [], false],
    ['not when my clock is before it', 19_998, [20_000], false],
    ['not for one device in 2031', LATER, [19_993], false],
    ['not on the word of one in 2031', 20_000, [LATER], false],
    ['not for two in 2031 while a third sees the right date', LATER, [LATER, 19_993], false],
    ['for two who agree, while a third is in 2031', 20_000, [20_000, LATER], true],
    ['not while somebody’s clock has stopped long ago', 20_000, [20_000, 0], false],
    // Nothing tells two wrong clocks that agree from two right ones.
    ['for two in 2031 who have nobody else', LATER, [LATER], true],
  ])('%s', (_what, today, others, may) => {
    expect(mayFade(ON, ON, today, others)).toBe(may);
  });

  test('not before the circle’s own time has come', () => {
    expect(mayFade(ON, ON - 1, 20_000, [20_000])).toBe(false);
  });
});

test('what belongs to a marked session is known by its session and by its parts', () => {
  const gone = goneOf([mark], [turn('t1'), turn('t2', { session: 's2' })]);
  expect([[...gone.sessions], [...gone.turns]]).toEqual([['s1'], ['t1']]);
  expect([isFaded('s1', [mark]), isFaded('s2', [mark])]).toEqual([true, false]);
});

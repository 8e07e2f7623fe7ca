import { describe, expect, test } from 'vitest';
import { recapOf, type RecapSources } from '../../src/domain/recap.ts';
import { roundsOf } from '../../src/domain/rounds.ts';
import * as record from '../support/records.ts';

const learned = (member: string, text: string, fields = {}) => ({
  session: 's1',
  member,
  text,
  at: 1,
  changedAt: null,
  ...fields,
});

const sources = (fields: Partial<RecapSources> = {}): RecapSources => ({
  me: 'ana',
  session: record.session('s1'),
  turns: [
    record.turn('t1', { challenge: 'Too much on my desk', focus: 'What do I let go?' }),
    record.turn('t2', { session: 's2', challenge: 'Another day' }),
    record.turn('t3', { index: 1, presenter: 'ben', challenge: 'Ben’s own' }),
  ],
  questions: [
    record.question('cleo', 1, 20, { text: 'And what else?' }),
    record.question('ben', 0, 10, { text: 'What would you keep?' }),
    record.question('cleo', 0, 12),
    record.question('ben', 2, 30, { text: 'Gone', takenBack: true }),
    record.question('cleo', 0, 11, { turn: 't3', text: 'Asked of Ben?' }),
  ],
  learnings: [learned('ana', 'I say yes too soon'), learned('ben', 'I wait')],
  commitments: [
    record.commitment('c1', { text: 'Call the supplier', by: '2026-12-03' }),
    record.commitment('c2', { owner: 'ben', text: 'Ben’s action' }),
    record.commitment('c0', { session: 's0', text: 'Ask for a week' }),
  ],
  reports: [{ ...record.report('c0', 's1', 'partly'), learned: 'Asking is enough' }],
  opened: ['ben-0-10'],
  hasNotes: true,
  ...fields,
});

describe('my recap', () => {
  test('holds what I brought, learned, took on, told and was asked, and nothing of anybody else', () => {
    expect(recapOf(sources())).toEqual({
      presented: true,
      challenge: 'Too much on my desk',
      focus: 'What do I let go?',
      learnings: ['I say yes too soon'],
      actions: [{ text: 'Call the supplier', by: '2026-12-03' }],
      told: [{ text: 'Ask for a week', learned: 'Asking is enough' }],
      questions: [
        { text: 'What would you keep?', opened: true },
        { text: 'And what else?', opened: false },
      ],
      spoken: 1,
    });
  });

  test('of a coach has no question: those were somebody else’s', () => {
    expect(recapOf(sources({ me: 'ben', turns: [record.turn('t1')] }))).toMatchObject({
      presented: false,
      challenge: '',
      learnings: ['I wait'],
      actions: [{ text: 'Ben’s action' }],
      questions: [],
      spoken: 0,
    });
  });

  test('made when the notes have faded, or are due to, holds only what stays', () => {
    const learnings = [learned('ana', 'Kept', { kept: true }), learned('ana', 'Not kept')];
    expect(recapOf(sources({ hasNotes: false, learnings }))).toMatchObject({
      challenge: '',
      focus: '',
      learnings: ['Kept'],
      actions: [{ text: 'Call the supplier' }],
      questions: [],
      spoken: 0,
    });
  });
});

describe('the rounds of a session', () => {
  const shape = (rounds: ReturnType<typeof roundsOf>): string[][] =>
    rounds.map((part) =>
      part.map((dots) =>
        dots.map(({ asked, isFirst }) => (asked ? (isFirst ? 'F' : 'q') : '-')).join(''),
      ),
    );

  test('are dots in the order in which they were taken, first turns marked, without names', () => {
    const { turns, questions } = sources();
    const passes = [record.pass('ben', 1, 15)];
    const rounds = roundsOf('s1', turns, questions, passes);
    expect(shape(rounds)).toEqual([['FF', '-q'], ['F']]);
    expect(JSON.stringify(rounds)).not.toMatch(/ana|ben|cleo/);
  });

  test('are none where nothing was asked, or all has faded', () => {
    expect(roundsOf('s1', [record.turn('t1')], [], [])).toEqual([]);
  });
});

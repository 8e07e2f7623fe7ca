import { describe, expect, test } from 'vitest';
import { historyOf } from '../../src/domain/norm-history.ts';
import { reviewDue, sessionsToReview } from '../../src/domain/norm-review.ts';
import { isTrialOver } from '../../src/domain/norm.ts';
import type { Session } from '../../src/domain/session.ts';
import { member, norm, session } from '../support/records.ts';

/** Sessions of these formats, the last first, a hundred apart. */
const past = (...formats: string[]): Session[] =>
  formats.map((format, at) =>
    session(`s${at}`, { format, startedAt: (formats.length - at) * 100 }),
  );
const norms = [norm('n1')];
const isIn = [{ member: 'ana', set: 'x', at: 150 }];
const usual = 'seed60';

describe('norms are looked at', () => {
  test.each<[when: string, sessions: Session[], due: ReturnType<typeof reviewDue>]>([
    ['not after two sessions', past(usual, 'first75'), null],
    ['after the third', past(usual, usual, 'first75'), 'sessions'],
    ['not after the third that follows a look', past(usual, usual, usual, 'review30'), null],
    ['after every fourth', past(usual, usual, usual, usual, 'review30'), 'sessions'],
  ])('%s', (_when, sessions, due) => {
    expect(reviewDue(sessions, norms, isIn, [member('ana')])).toBe(due);
  });

  test('when somebody has come or gone since they were agreed', () => {
    const with_ = (...members: ReturnType<typeof member>[]) =>
      reviewDue(past('first75'), norms, isIn, members);
    expect(with_(member('ana'), member('ben', { joinedAt: 151 }))).toBe('members');
    expect(with_(member('ana'), member('ben', { leftAt: 151 }))).toBe('members');
    expect(with_(member('ana'), member('ben', { joinedAt: 149 }))).toBeNull();
  });

  test('never where there are none', () => {
    expect(reviewDue(past(usual, usual, usual), [], [], [member('ana')])).toBeNull();
  });
});

test.each<[past: Session[], left: number]>([
  [[], 3],
  [past(usual, usual), 1],
  [past(usual, usual, usual, usual), 0],
  [past(usual, 'review30'), 3],
  [past('review30'), 4],
])('how many sessions lie before the next look (%#)', (sessions, left) => {
  expect(sessionsToReview(sessions)).toBe(left);
});

test('a trial of two sessions is over after two sessions', () => {
  const tried = norm('n1', { status: 'trial', trialSessions: 2, decidedAt: 150 });
  expect(isTrialOver(tried, past(usual, 'first75'))).toBe(false);
  expect(isTrialOver(tried, past(usual, usual, 'first75'))).toBe(true);
});

test('the story of a set tells what was agreed, reworded and let go, the last first', () => {
  const story = historyOf([
    norm('n1', { text: 'Old.', status: 'retired', decidedAt: 1, retiredAt: 5 }),
    norm('n2', { text: 'New.', amends: 'n1', decidedAt: 5 }),
    norm('n3', { status: 'retired', decidedAt: 2, retiredAt: 7 }),
    norm('n4', { status: 'retired', retiredAt: 3 }),
  ]);
  expect(story.map(({ norm: { id }, what }) => [id, what])).toEqual([
    ['n3', 'let-go'],
    ['n2', 'reworded'],
    ['n3', 'agreed'],
    ['n1', 'agreed'],
  ]);
});

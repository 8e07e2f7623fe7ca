import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { CoachAtHand, PAUSE } from '../../src/board/coach-at-hand.svelte.ts';
import { coachWish } from '../../src/board/coach-wish.svelte.ts';
import type { Coach, CoachNote } from '../../src/board/coach.ts';

const note: CoachNote = {
  kind: 'leading',
  span: { start: 0, end: 4 },
  short: 'This may be heard as an idea of yours.',
  because: 'This may be heard as advice.',
  recipe: 'Park it.',
  sample: null,
};
const notes = vi.fn((text: string): readonly CoachNote[] => (text.includes('tried') ? [note] : []));
const coach: Coach = {
  notes,
  classify: () => {
    throw new Error('not asked here');
  },
  suggest: () => note,
  unadvise: () => note,
  wordsToSayBack: () => [],
};

beforeEach(() => {
  vi.useFakeTimers();
  notes.mockClear();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const pause = () => vi.advanceTimersByTimeAsync(PAUSE);

test('it waits until I have not typed for a while', async () => {
  const beside = new CoachAtHand(() => Promise.resolve(coach));
  for (const text of ['Have you', 'Have you tried', 'Have you tried it?']) {
    beside.hear(text, 'explore');
    await vi.advanceTimersByTimeAsync(PAUSE - 1);
    expect(beside.notes).toEqual([]);
  }
  await vi.advanceTimersByTimeAsync(1);
  expect(beside.notes).toEqual([note]);
  expect(notes.mock.calls).toEqual([['Have you tried it?', 'explore']]);
});

test('it falls silent as soon as I go on, and what I look at stays', async () => {
  const beside = new CoachAtHand(() => Promise.resolve(coach));
  beside.hear('Have you tried it?', 'explore');
  await pause();
  beside.look();
  beside.hear('What have you', 'explore');
  expect(beside.notes).toEqual([]);
  await pause();
  expect(beside.looked).toEqual([note]);
  beside.hear('', 'explore');
  expect(beside.looked).toEqual([]);
});

test('it says no more about words that I keep as they are', async () => {
  const beside = new CoachAtHand(() => Promise.resolve(coach));
  beside.hear('Have you tried it?', 'explore');
  await pause();
  beside.letBe();
  beside.hear('Have you tried it? ', 'explore');
  beside.hear('Have you tried it?', 'explore');
  await pause();
  expect(beside.notes).toEqual([]);
  beside.hear('Have you tried them?', 'explore');
  await pause();
  expect(beside.notes).toEqual([note]);
});

describe('it stays silent', () => {
  test.each(['', '  \n', 'tried '.repeat(2000)])('about “%.9s…”', async (text) => {
    const beside = new CoachAtHand(() => Promise.resolve(coach));
    beside.hear(text, 'explore');
    await pause();
    expect(notes).not.toHaveBeenCalled();
    expect(beside.notes).toEqual([]);
  });

  test('in a language without rules', async () => {
    const beside = new CoachAtHand(() => Promise.resolve(null));
    beside.hear('Hast du es tried?', 'explore');
    await pause();
    expect(beside.notes).toEqual([]);
  });

  test('when it does not come, and tries again at the next pause', async () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    const load = vi.fn((): Promise<Coach> => Promise.reject(new Error('offline')));
    const beside = new CoachAtHand(load);
    beside.hear('Have you tried it?', 'explore');
    await pause();
    expect(beside.notes).toEqual([]);
    expect(warn).toHaveBeenCalledOnce();
    load.mockResolvedValue(coach);
    beside.hear('Have you tried them?', 'explore');
    await pause();
    expect(beside.notes).toEqual([note]);
  });

  test('when it comes after I have typed on, or gone', async () => {
    const beside = new CoachAtHand(async () => {
      await new Promise((done) => setTimeout(done, 500));
      return coach;
    });
    beside.hear('Have you tried it?', 'explore');
    await pause();
    beside.hear('Have you tried', 'explore');
    await vi.advanceTimersByTimeAsync(500);
    expect(beside.notes).toEqual([]);
    await vi.advanceTimersByTimeAsync(PAUSE - 500);
    beside.leave();
    await vi.advanceTimersByTimeAsync(5000);
    expect(beside.notes).toEqual([]);
  });
});

test('it can be switched off on this device, and on again', () => {
  expect(coachWish.isOn).toBe(true);
  coachWish.toggle();
  expect(localStorage.getItem('askwell.no-coach')).toBe('yes');
  coachWish.toggle();
  expect(localStorage.getItem('askwell.no-coach')).toBeNull();
});

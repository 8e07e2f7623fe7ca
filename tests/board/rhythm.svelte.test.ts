import { expect, test, vi } from 'vitest';
import { contractActs } from '../../src/board/contract-acts.ts';
import { ofFadedSession } from '../../src/board/faded-notes.ts';
import { belongsTo, prepare, prepared } from '../../src/board/preparation.ts';
import { rhythmOf } from '../../src/board/rhythm-board.svelte.ts';
import { fade } from '../../src/document/fading.ts';
import type { NextMeeting } from '../../src/domain/session.ts';
import { sessionPages } from '../support/session-pages.ts';

const DAY = 86_400_000;
const on = (at: number): NextMeeting => ({
  at,
  zone: 'Europe/Berlin',
  presenter: null,
  host: null,
  backup: null,
});

test('a circle agrees on a number in its first session, is counted on every screen, and decides anew', () => {
  const { net, pages, boards, meet } = sessionPages('ana', 'ben');
  const [ana, ben] = boards.map((board) => {
    const rhythm = rhythmOf(board);
    return { rhythm, acts: contractActs(board, rhythm) };
  });
  for (const count of [1, 2]) {
    const [session] = meet('seed60');
    if (count === 1) ana!.acts.choose(2);
    net.deliverAll();
    expect(ben!.rhythm.progress).toEqual({
      of: 2,
      met: count,
      isFull: count === 2,
      isClosing: false,
    });
    session!.close();
    net.deliverAll();
    for (const { time } of pages) time.now += 7 * DAY;
  }
  ben!.acts.goOn(4);
  net.deliverAll();
  expect(ana!.rhythm.progress).toMatchObject({ of: 4, met: 0, isFull: false });
  ana!.acts.choose(3);
  net.deliverAll();
  expect(ben!.rhythm.progress).toMatchObject({ of: 3, met: 0 });
  ben!.acts.closeAfterOne();
  net.deliverAll();
  expect(ana!.rhythm.progress).toMatchObject({ of: 1, isClosing: true });
});

test('a device whose clock is in 2031 fixes dates and counts sessions in circle time', () => {
  const { net, pages, boards, meet } = sessionPages('ana', 'ben');
  // The pages stand at circle time; the clock on Ana's wall is years ahead, and nobody asks it.
  vi.setSystemTime(new Date('2031-05-01T12:00Z'));
  const [ana, ben] = boards.map(rhythmOf);
  const { time } = pages[0]!;
  meet('seed60')[0]!.close();
  ana!.fix(on(time.now + 7 * DAY));
  net.deliverAll();
  for (const rhythm of [ana, ben]) {
    expect(rhythm!.coming?.at).toBe(time.now + 7 * DAY);
  }
  vi.useRealTimers();
});

test('of two dates that were fixed apart, both screens show one, and the other beside it', () => {
  const { net, boards } = sessionPages('ana', 'ben');
  const [ana, ben] = boards.map(rhythmOf);
  ana!.fix(on(8 * DAY));
  ben!.fix(on(9 * DAY));
  net.deliverAll();
  expect(ana!.coming?.at).toBe(ben!.coming?.at);
  expect(ana!.others).toEqual(ben!.others);
  expect(ana!.others).toHaveLength(1);
  const [other] = ana!.others;
  ana!.fix(other!);
  net.deliverAll();
  expect(ben!.coming?.at).toBe(other!.at);
  expect(ben!.others).toEqual([]);
});

test('a sheet that was prepared is a note of its session from then on, and fades with it', () => {
  const { boards, meet } = sessionPages('ana', 'ben');
  const { mine, document } = boards[0]!;
  prepare(mine, 'situation', 'A supplier is late');
  const [session] = meet('seed60');
  expect(prepared(mine, 'situation', session!.id)).toBe('A supplier is late');
  belongsTo(mine, session!.id);
  expect(prepared(mine, 'situation')).toBe('');
  expect(prepared(mine, 'situation', session!.id)).toBe('A supplier is late');

  session!.close();
  fade(document, { session: session!.id, at: 2_000, by: 'ana' });
  mine.forget(ofFadedSession(boards[0]!));
  expect(prepared(mine, 'situation', session!.id)).toBe('');
});

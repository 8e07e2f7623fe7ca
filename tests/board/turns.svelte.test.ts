import { describe, expect, test } from 'vitest';
import { beginSession } from '../../src/board/begin-session.ts';
import { FitBoard } from '../../src/board/fit-board.svelte.ts';
import { rhythmOf } from '../../src/board/rhythm-board.svelte.ts';
import { SessionBoard } from '../../src/board/session-board.svelte.ts';
import { RolesBoard, TurnsBoard } from '../../src/board/turns-board.svelte.ts';
import { contents } from '../support/linked-peers.ts';
import { shortPlan } from '../support/records.ts';
import { sessionPages } from '../support/session-pages.ts';

const shape = { id: 'seed60', people: [2, 6], phases: shortPlan } as const;

/** All are in one session, each on a page of their own. */
function meeting(...names: string[]) {
  const { net, boards } = sessionPages(...names);
  const next = (presenter: string | null, steward: string | null, late?: string) => {
    beginSession(boards[0]!, shape, { presenter, steward });
    net.deliverAll();
    const sessions = boards.map((board) => new SessionBoard(board, board.session!));
    for (const session of sessions) if (session.circle.writer.me !== late) session.attend();
    net.deliverAll();
    const pages = sessions.map((session) => ({ session, roles: new RolesBoard(session) }));
    /** What every screen shows, which must be the same. */
    const shown = () => {
      net.deliverAll();
      const all = pages.map(({ session, roles }) => ({
        presenter: session.presenter,
        steward: session.steward,
        observer: session.record.observer,
        swaps: roles.swaps.map(({ stage }) => stage),
        suggested: roles.suggested,
      }));
      for (const one of all) expect(one).toEqual(all[0]);
      for (const peer of net.peers) expect(contents(peer)).toEqual(contents(net.peers[0]!));
      return all[0]!;
    };
    return { pages, shown, page: (i: number) => pages[i]! };
  };
  return { net, boards, next };
}

describe('roles that are suggested', () => {
  test('are taken by one tap, with an observer where five are here, and are new until then', () => {
    const { next } = meeting('ana', 'ben', 'cleo', 'dan', 'eli');
    const { page, shown } = next(null, null);
    const { suggested } = shown();
    expect(page(0).roles.isNew).toBe(true);
    expect(new Set(Object.values(suggested)).size).toBe(3);
    page(2).roles.take();
    expect(shown()).toMatchObject(suggested);
    expect(page(0).roles.isNew).toBe(false);
    // Whoever observes is not in the round of questions.
    const { order } = page(1).session.explore.round;
    expect(order).toHaveLength(3);
    expect(order).not.toContain(suggested.observer);
  });

  test('go to others where somebody passes or wants no role, and come back with them', () => {
    const { next } = meeting('ana', 'ben', 'cleo');
    const { page, shown } = next(null, null);
    const first = shown().suggested;
    const at = ['ana', 'ben', 'cleo'].indexOf(first.presenter!);
    page(at).roles.notToday('presenting');
    const without = shown().suggested;
    expect(without.presenter).not.toBe(first.presenter);
    page(at).roles.notToday('roles');
    expect(Object.values(shown().suggested)).not.toContain(first.presenter);
    page(at).roles.todayAfterAll();
    expect(shown().suggested).toEqual(first);
  });

  test('are arranged round a presenter who was chosen', () => {
    const { next } = meeting('ana', 'ben', 'cleo');
    const { shown } = next('cleo', null);
    const { suggested } = shown();
    expect(suggested.presenter).toBe('cleo');
    expect(['ana', 'ben']).toContain(suggested.steward);
  });

  test('whoever presented is further back the next time', () => {
    const { next, boards, net } = meeting('ana', 'ben', 'cleo');
    const { page } = next('ana', 'ben');
    page(0).session.close();
    net.deliverAll();
    expect(new TurnsBoard(boards[1]!).next.presenter).not.toBe('ana');
    expect(new TurnsBoard(boards[1]!).serviceOf('presenter', 'ana')).toMatchObject({
      times: 1,
      of: 1,
    });
  });
});

describe('an exchange of roles', () => {
  test('counts when both agree, is seen by all, and is undone in sight of all', () => {
    const { next } = meeting('ana', 'ben', 'cleo');
    const { page, shown } = next('ana', 'ben');
    page(0).roles.ask('ben');
    expect(shown()).toMatchObject({ presenter: 'ana', steward: 'ben', swaps: ['asked'] });
    const { swap } = page(1).roles.swaps[0]!;
    page(1).roles.agree(swap);
    expect(shown()).toMatchObject({ presenter: 'ben', steward: 'ana', swaps: ['agreed'] });
    expect(page(0).roles.stands(swap)).toBe(true);
    page(0).roles.undo(swap);
    expect(shown()).toMatchObject({ presenter: 'ana', steward: 'ben', swaps: ['undone'] });
  });

  test('that is agreed to while it is taken back is agreed', () => {
    const { next } = meeting('ana', 'ben');
    const { page, shown } = next('ana', null);
    page(0).roles.ask('ben');
    shown();
    page(1).roles.agree(page(1).roles.swaps[0]!.swap);
    page(0).roles.withdraw(page(0).roles.swaps[0]!.swap);
    expect(shown()).toMatchObject({ presenter: 'ben', swaps: ['agreed'] });
  });

  test('of one role with two at once: one of them has it, and a role that doubled is free again', () => {
    const { next } = meeting('ana', 'ben', 'cleo');
    const { page, shown } = next('ana', 'ben');
    page(0).roles.ask('cleo');
    page(1).roles.ask('cleo');
    shown();
    // Cleo agrees to the one on this device and to the other on that: the device in hand and an old one.
    const [asked, other] = page(2).roles.swaps.map(({ swap }) => swap);
    page(2).roles.agree(asked!);
    page(1).roles.agree(other!);
    const { presenter, steward, swaps } = shown();
    expect(swaps).toEqual(['agreed', 'agreed']);
    expect([presenter, steward]).toEqual(['cleo', 'cleo']);
    expect(page(0).roles.doubled).toEqual(['steward']);
    expect(page(0).roles.isNew).toBe(true);
    page(0).roles.take();
    expect(shown().steward).not.toBe('cleo');
  });

  test('during the draw: the draw or the exchange has its way, the same everywhere', () => {
    const { next } = meeting('ana', 'ben', 'cleo', 'dan');
    const { page, shown } = next('ana', 'ben', 'ana');
    page(0).roles.ask('ben');
    shown();
    // Ana is not here yet, and Cleo lets somebody step in while Ben agrees.
    page(1).roles.agree(page(1).roles.swaps[0]!.swap);
    const fit = new FitBoard(page(2).session, []);
    expect(fit.missing).toBe('ana');
    fit.goWithout();
    const { presenter, steward, swaps } = shown();
    expect(['ben', 'cleo', 'dan']).toContain(presenter);
    expect(steward).toBe('ana');
    expect(swaps).toEqual(['agreed']);
    expect(page(0).roles.doubled).toEqual([]);
  });
});

test('who cannot come to the date that is fixed is left out of the rota for it, until the date changes', () => {
  const { net, boards } = meeting('ana', 'ben', 'cleo');
  const at = boards[0]!.writer.now() + 1000;
  const next = { at, zone: 'UTC', presenter: null, host: null, backup: null };
  rhythmOf(boards[0]!).fix(next);
  net.deliverAll();
  const turns = boards.map((board) => new TurnsBoard(board));
  const first = turns[0]!.next.presenter!;
  const it = turns[['ana', 'ben', 'cleo'].indexOf(first)]!;
  it.sayAbsent();
  net.deliverAll();
  expect(turns.map(({ presentsNext }) => presentsNext?.member)).not.toContain(first);
  expect([...turns[0]!.absent]).toEqual([first]);
  it.comeAfterAll();
  net.deliverAll();
  expect(turns[2]!.presentsNext).toEqual({ member: first, isChosen: false });
  it.sayAbsent();
  rhythmOf(boards[0]!).fix({ ...next, at: at + 1000, presenter: first });
  net.deliverAll();
  expect(turns[1]!.absent.size).toBe(0);
  expect(turns[1]!.presentsNext).toEqual({ member: first, isChosen: true });
});

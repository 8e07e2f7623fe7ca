import { commitmentsOf } from '../../src/board/commitments-board.svelte.ts';
import { noWords } from '../../src/domain/commitment-words.ts';
import { beginSession } from '../../src/board/begin-session.ts';
import { describe, expect, test } from 'vitest';
import { SessionBoard } from '../../src/board/session-board.svelte.ts';
import type { Format } from '../../src/domain/format.ts';
import { circlePage } from '../support/circle-page.ts';
import { linkedPeers } from '../support/linked-peers.ts';
import { shortPlan } from '../support/records.ts';

const format: Format = { id: 'short', people: [2, 6], phases: shortPlan };
const roles = { presenter: 'ana', steward: 'ben' };
const WORDS = {
  text: 'Be on time.',
  why: '',
  looksLike: '',
  slipLine: '',
  group: 'VO',
  template: null,
};

/** Pages of Ana, Ben and so on, each with a document of its own. */
function pages(...names: string[]) {
  const net = linkedPeers(names.length);
  const all = names.map((name, i) => {
    const others = names.filter((other) => other !== name);
    const page = circlePage(name, net.peers[i], others);
    page.board.takeSeatAgain(name);
    page.time.now += i;
    return page;
  });
  net.deliverAll();
  return { net, all, boards: all.map(({ board }) => board) };
}

/** The board of the session that is on. */
const sessionOf = ({ board }: ReturnType<typeof circlePage>): SessionBoard =>
  new SessionBoard(board, board.session!);

describe('a session', () => {
  test('that two begin at once is the same on both screens, and closing it closes both', () => {
    const { net, all, boards } = pages('ana', 'ben');
    for (const board of boards) beginSession(board, format, roles);
    net.deliverAll();
    expect(boards[0]!.sessions).toHaveLength(2);
    expect(boards[0]!.session?.startedBy).toBe('ana');
    expect(boards[1]!.session).toEqual(boards[0]!.session);
    sessionOf(all[1]!).close();
    net.deliverAll();
    for (const board of boards) expect(board.session).toBeNull();
  });

  test('that somebody has just begun is joined by who begins one a moment later', () => {
    const { net, boards } = pages('ana', 'ben');
    const id = beginSession(boards[0]!, format, roles);
    net.deliverAll();
    expect(beginSession(boards[1]!, format, roles)).toBe(id);
    expect(boards[1]!.sessions).toHaveLength(1);
  });

  test('that nobody closed is closed when the next begins', () => {
    const { all, boards } = pages('ana');
    const forgotten = beginSession(boards[0]!, format, roles);
    all[0]!.time.now += 13 * 3_600_000;
    const next = beginSession(boards[0]!, format, roles);
    expect(next).not.toBe(forgotten);
    expect(boards[0]!.session?.id).toBe(next);
    expect(boards[0]!.past.map(({ id }) => id)).toEqual([forgotten]);
  });

  test('that is closed already is closed once, and leaves a newer one alone', () => {
    const { all, boards } = pages('ana');
    beginSession(boards[0]!, format, roles);
    const old = sessionOf(all[0]!);
    old.close();
    const closedAt = old.record.closedAt;
    all[0]!.time.now += 60_000;
    const next = beginSession(boards[0]!, format, roles);
    old.close();
    expect(old.record.closedAt).toBe(closedAt);
    expect(boards[0]!.session?.id).toBe(next);
  });

  test('goes on when the one who began it is gone, and shows whoever steers', () => {
    const { net, all } = pages('ana', 'ben', 'chen');
    beginSession(all[0]!.board, format, roles);
    net.deliverAll();
    const [ben, chen] = [sessionOf(all[1]!), sessionOf(all[2]!)];
    ben.goTo(3);
    net.deliverAll();
    expect([chen.phase, chen.record.steeredBy]).toEqual(['explore', 'ben']);
    chen.goTo(2);
    net.deliverAll();
    expect(ben.phase).toBe('contract');
  });

  test('begins with what is open, and shows what has been reported', () => {
    const { net, all } = pages('ana', 'ben');
    beginSession(all[0]!.board, format, roles);
    net.deliverAll();
    const first = sessionOf(all[1]!);
    const words = { ...noWords, text: 'Call' };
    const id = commitmentsOf(first.circle).commit({ words, session: first.id, owner: 'ana' });
    expect(first.due).toEqual([]);
    expect(first.commitments).toMatchObject([{ owner: 'ana', typedBy: 'ben' }]);
    first.close();
    net.deliverAll();
    beginSession(all[1]!.board, format, roles);
    net.deliverAll();
    const next = sessionOf(all[0]!);
    expect(next.due.map((c) => c.text)).toEqual(['Call']);
    const told = { outcome: 'did', learned: 'That I can', next: null } as const;
    commitmentsOf(next.circle).report(next.due[0]!, next.id, told);
    net.deliverAll();
    expect(all[1]!.board.open).toEqual([]);
    expect(commitmentsOf(all[1]!.board).reportOf(next.id, id)).toMatchObject({
      outcome: 'did',
      learned: 'That I can',
    });
  });
});

describe('questions', () => {
  function exploring() {
    const { net, all } = pages('ana', 'ben', 'chen');
    beginSession(all[0]!.board, format, roles);
    net.deliverAll();
    const boards = all.map((page) => sessionOf(page));
    for (const [i, board] of boards.entries()) {
      all[i]!.time.now += 10 * i;
      board.attend();
    }
    net.deliverAll();
    const later = (): void => all.forEach(({ time }) => (time.now += 100));
    later();
    return { net, boards, later, explore: boards.map((board) => board.explore) };
  }

  test('go round by voice alone', () => {
    const { net, explore, later } = exploring();
    for (const asking of [1, 2, 1]) {
      expect(explore[asking]!.isMyTurn).toBe(true);
      explore[asking]!.ask('');
      net.deliverAll();
      later();
    }
    expect(explore[0]!.questions).toHaveLength(3);
    expect(explore[0]!.asking).toBe('chen');
  });

  test('taken back as the last act give the turn back, and anyone who passed for another can undo it', () => {
    const { net, explore, later } = exploring();
    explore[1]!.ask('Why?');
    net.deliverAll();
    later();
    explore[1]!.undo();
    net.deliverAll();
    expect(explore[2]!.asking).toBe('ben');
    expect(explore[2]!.questions[0]).toMatchObject({ text: '', takenBack: true });
    later();
    explore[0]!.pass('ben');
    net.deliverAll();
    expect(explore[2]!.isMyTurn).toBe(true);
    expect(explore[1]!.undoable).toBeNull();
    explore[0]!.undo();
    net.deliverAll();
    expect(explore[1]!.isMyTurn).toBe(true);
  });

  test('that two skip at once for somebody away are skipped once', () => {
    const { net, explore } = exploring();
    explore[0]!.pass('ben');
    explore[2]!.pass('ben');
    net.deliverAll();
    expect(explore[0]!.passes).toHaveLength(1);
    expect(explore[0]!.round.order).toEqual(['chen', 'ben']);
  });

  test('marked by the presenter are marked on that device only', () => {
    const { net, explore } = exploring();
    explore[1]!.ask('Why?');
    net.deliverAll();
    const { id } = explore[0]!.questions[0]!;
    explore[0]!.mark(id);
    net.deliverAll();
    expect(explore.map((each) => each.isMarked(id))).toEqual([true, false, false]);
    explore[0]!.mark(id);
    expect(explore[0]!.isMarked(id)).toBe(false);
  });
});

describe('norms', () => {
  test('are agreed with the last consent of those who are here', () => {
    const { net, boards } = pages('ana', 'ben');
    const id = boards[0]!.norms.propose(WORDS, false);
    net.deliverAll();
    expect(boards[1]!.norms.proposed.map((norm) => norm.id)).toEqual([id]);
    boards[1]!.norms.answer(id, 'consent');
    net.deliverAll();
    expect(boards[0]!.norms.agreed.map((norm) => norm.id)).toEqual([id]);
  });

  test('are not agreed by one person alone', () => {
    const { boards } = pages('ana');
    const id = boards[0]!.norms.propose(WORDS, false);
    expect(boards[0]!.norms.canAgree(id)).toBe(false);
    expect(boards[0]!.norms.agreed).toEqual([]);
  });

  test('that two answered at the same moment can be agreed by anyone', () => {
    const { net, boards } = pages('ana', 'ben', 'chen');
    const id = boards[0]!.norms.propose(WORDS, false);
    net.deliverAll();
    boards[1]!.norms.answer(id, 'consent');
    boards[2]!.norms.answer(id, 'concern', 'On Mondays?');
    net.deliverAll();
    expect(boards[0]!.norms.agreed).toEqual([]);
    expect(boards[0]!.norms.canAgree(id)).toBe(true);
    boards[0]!.norms.agree(id);
    net.deliverAll();
    expect(boards[2]!.norms.agreed.map((norm) => norm.id)).toEqual([id]);
  });

  test('that have been retired do not come back because somebody answers late', () => {
    const { net, boards } = pages('ana', 'ben');
    const id = boards[0]!.norms.propose(WORDS, false);
    boards[0]!.norms.drop(id);
    net.deliverAll();
    boards[1]!.norms.answer(id, 'consent');
    expect(boards[1]!.norms.agreed).toEqual([]);
  });

  test('are "in" for exactly the set that was ratified', () => {
    const { net, boards } = pages('ana', 'ben');
    const id = boards[0]!.norms.propose(WORDS, false);
    net.deliverAll();
    boards[1]!.norms.answer(id, 'consent');
    boards[1]!.norms.ratify();
    net.deliverAll();
    expect([...boards[0]!.norms.ratifiedBy]).toEqual(['ben']);
    boards[0]!.norms.drop(id);
    net.deliverAll();
    expect([...boards[1]!.norms.ratifiedBy]).toEqual([]);
  });
});

test('a seventh has no seat, and gets one when somebody leaves', () => {
  const { net, boards } = pages('ana', 'ben', 'chen', 'dee', 'eli', 'fay', 'gus');
  expect(boards[6]!.mySeat).toBeNull();
  expect(boards[0]!.people).toHaveLength(6);
  boards[2]!.leave();
  net.deliverAll();
  expect(boards[6]!.mySeat?.member.name).toBe('gus');
});

test('a circle that a newer Askwell has changed takes no write, and loses none silently', () => {
  const { net, boards } = pages('ana');
  net.peers[0]!.doc.getMap('meta').set('schema', 99);
  expect(boards[0]!.isNewer).toBe(true);
  expect(() => boards[0]!.nameCircle('Other')).toThrow();
});

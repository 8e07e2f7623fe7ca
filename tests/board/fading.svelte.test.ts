import { describe, expect, test, vi } from 'vitest';
import { Fading } from '../../src/board/fading.ts';
import { SessionNotes } from '../../src/board/session-notes.svelte.ts';
import { before } from '../../src/board/taken-example.ts';
import { learn } from '../../src/document/learnings.ts';
import { ask, questionsIn } from '../../src/document/questions.ts';
import { closeSession, startSession } from '../../src/document/sessions.ts';
import { setTurn } from '../../src/document/turns.ts';
import { DAY } from '../../src/domain/fade-day.ts';
import { circlePage } from '../support/circle-page.ts';
import { linkTo } from '../support/fake-link.ts';
import { linkedPeers } from '../support/linked-peers.ts';
import * as record from '../support/records.ts';

const TODAY = 20_000 * DAY;
const LATER = 21_900 * DAY;
const SENTENCE = 'I have never told Ágnes why I left';

/** Members after a closed session; each device's own clock says what the test says. */
function met(...walls: readonly number[]) {
  const names = ['ana', 'ben', 'chris'].slice(0, walls.length);
  const net = linkedPeers(walls.length);
  const pages = walls.map((_, i) => {
    const page = circlePage(names[i]!, net.peers[i]);
    page.time.now = TODAY;
    page.board.takeSeatAgain(names[i]!);
    return page;
  });
  net.deliverAll();
  const [first] = net.peers;
  startSession(first!, record.session('s1', { startedAt: TODAY }), [record.turn('t1')], []);
  setTurn(first!, 't1', { challenge: SENTENCE });
  ask(first!, record.question('ben', 0, TODAY, { id: 'q1', text: SENTENCE }));
  learn(first!, { session: 's1', member: 'ana', text: SENTENCE, at: TODAY, changedAt: null });
  closeSession(first!, 's1', record.session('s1').clock, TODAY);
  net.deliverAll();
  const all = pages.map(({ board, time }, i) => {
    const fold = vi.fn(() => Promise.resolve());
    const fading = new Fading({ board, fold, wall: () => walls[i]! });
    return { board, time, fold, fading, notes: new SessionNotes(board, 's1') };
  });
  /** These are connected with each other; the circle's time is that of the test. */
  const connect = (...here: readonly number[]): void => {
    for (const i of here) {
      const others = here.filter((other) => other !== i);
      all[i]!.board.link.attach(
        linkTo(
          others.map((other) => names[other]!),
          [],
          (member) => Math.floor(walls[names.indexOf(member)]! / DAY),
        ),
      );
    }
  };
  const at = (time: number): void => all.forEach((page) => (page.time.now = time));
  const look = (): void => {
    for (const { fading } of all) fading.look();
    net.deliverAll();
  };
  const isThere = (): boolean[] => net.peers.map((peer) => questionsIn(peer).all().length > 0);
  return { net, all, connect, at, look, isThere };
}

const DUE = TODAY + 7 * DAY;

describe('notes whose day has come', () => {
  test('fade where two members see the same date, and on a third when it comes back', () => {
    const { net, all, connect, at, isThere } = met(DUE, DUE + DAY, DUE);
    connect(0, 1);
    at(DUE - 1);
    all[0]!.fading.look();
    expect(net.waiting()).toBe(0);
    at(DUE);
    all[0]!.fading.look();
    expect(isThere()).toEqual([false, true, true]);
    net.deliverAll();
    expect(isThere()).toEqual([false, false, false]);
    expect(all.map(({ notes }) => notes.state)).toEqual(['faded', 'faded', 'faded']);
    expect(all[2]!.board.past).toHaveLength(1);
  });

  test('are hidden by one who is alone, and stay on the disk until that person deletes them', () => {
    const { all, at, look, isThere } = met(DUE);
    const [ana] = all;
    at(DUE);
    look();
    expect([ana!.notes.state, isThere()]).toEqual(['hidden', [true]]);
    expect(ana!.notes.learnings).toEqual([]);
    ana!.notes.deleteNow();
    expect([ana!.notes.state, isThere()]).toEqual(['faded', [false]]);
  });

  test('are not deleted by a device in 2031, which only hides them until it hears the time', () => {
    const { all, connect, at, look, isThere } = met(LATER, TODAY);
    connect(0, 1);
    at(LATER);
    look();
    expect([isThere(), all[0]!.notes.state]).toEqual([[true, true], 'hidden']);
    at(TODAY);
    expect(new SessionNotes(all[0]!.board, 's1').state).toBe('fade');
  });

  test('are not deleted by two in 2031 while a third sees the right date', () => {
    const { connect, at, look, isThere } = met(LATER, LATER, TODAY);
    connect(0, 1, 2);
    at(LATER);
    look();
    expect(isThere()).toEqual([true, true, true]);
  });

  test('are not deleted on the word of somebody who has no seat, or of my own other device', () => {
    const { all, at, look, isThere } = met(DUE);
    all[0]!.board.link.attach(linkTo(['stranger', 'ana'], [], () => DUE / DAY));
    at(DUE);
    look();
    expect(isThere()).toEqual([true]);
  });

  test('stay where the circle keeps them, or for as long as it has chosen', () => {
    const { net, all, connect, at, look, isThere } = met(DUE, DUE);
    connect(0, 1);
    all[1]!.notes.fadeOn(TODAY + 30 * DAY);
    net.deliverAll();
    at(DUE);
    look();
    all[0]!.notes.fadeOn(null);
    net.deliverAll();
    at(TODAY + 29 * DAY);
    look();
    expect([isThere(), all[1]!.notes.state]).toEqual([[true, true], 'kept']);
  });
});

test('a page that stands open for days tells the others what day it is now', () => {
  const { all } = met(DUE);
  const { link } = all[0]!.board;
  link.say({ member: 'ana', device: 'a', session: null, away: false, day: TODAY / DAY });
  all[0]!.fading.look();
  expect(link.said).toMatchObject({ member: 'ana', day: DUE / DAY });
});

test('a session that an older version closed fades a week after two have seen it', () => {
  const { net, all, connect, look } = met(TODAY, TODAY);
  for (const peer of net.peers) peer.doc.getMap('fadeDates').delete('s1:');
  net.deliverAll();
  look();
  expect(all.map(({ notes }) => notes.state)).toEqual(['kept', 'kept']);
  connect(0, 1);
  look();
  expect(all.map(({ notes }) => notes.on)).toEqual([DUE, DUE]);
});

test('a learning that its author keeps outlives the notes', () => {
  const { net, all } = met(TODAY, TODAY);
  expect(all[1]!.notes.myLearning).toBeNull();
  all[0]!.notes.keepLearning(true);
  all[0]!.notes.deleteNow();
  net.deliverAll();
  expect(all[1]!.notes.learnings).toMatchObject([{ member: 'ana', text: SENTENCE }]);
});

describe('my own notes of a session', () => {
  function withNotes() {
    const circle = met(TODAY, TODAY);
    const { mine } = circle.all[0]!.board;
    mine.write('listening', 't1', SENTENCE);
    mine.write('parked', 's1', SENTENCE);
    mine.write('opened', 's1', 'q1');
    mine.write('draft', 'change q1', SENTENCE);
    mine.write('draft', before('change q1'), SENTENCE);
    mine.write('draft', 'commit t1 text', SENTENCE);
    mine.write('draft', 'norm', 'We listen');
    mine.write('listening', 't2', 'of another session');
    mine.write('setting', 'opened s1', 'yes');
    const left = () =>
      [
        'listening t1',
        'parked s1',
        'opened s1',
        'draft change q1',
        `draft ${before('change q1')}`,
        'draft commit t1 text',
      ]
        .map((key) => key.split(/ (.*)/) as ['draft', string])
        .filter(([kind, about]) => mine.read(kind, about) !== '').length;
    return { ...circle, mine, left };
  }

  test('go with the others’, and nothing else of mine does', () => {
    const { net, all, mine, left } = withNotes();
    all[1]!.notes.deleteNow();
    net.deliverAll();
    all[0]!.fading.look();
    expect(left()).toBe(0);
    expect(mine.read('draft', 'norm')).toBe('We listen');
    expect(mine.read('listening', 't2')).toBe('of another session');
    expect(mine.read('setting', 'opened s1')).toBe('yes');
  });

  test('stay with me when I keep them', () => {
    const { net, all, left } = withNotes();
    all[0]!.notes.keepMine(true);
    all[1]!.notes.deleteNow();
    net.deliverAll();
    all[0]!.fading.look();
    expect([all[0]!.notes.keepsMine, left()]).toEqual([true, 6]);
  });
});

test('the disk is folded once for a mark, again for what comes late, and not for other changes', () => {
  const { net, all } = met(TODAY, TODAY);
  const [ana, ben] = all;
  const stop = ana!.fading.start();
  expect(ana!.fold).not.toHaveBeenCalled();
  ask(ben!.board.document, record.question('ben', 1, TODAY, { id: 'q2', text: SENTENCE }));
  ana!.notes.deleteNow();
  ana!.fading.look();
  expect(ana!.fold).toHaveBeenCalledTimes(1);
  ana!.fading.look();
  ana!.board.nameCircle('Tuesdays');
  ana!.fading.look();
  expect(ana!.fold).toHaveBeenCalledTimes(1);
  net.deliverAll();
  ana!.fading.look();
  expect(ana!.fold).toHaveBeenCalledTimes(2);
  // A change to a question that is gone leaves no row, only bytes on the disk.
  stop();
});

test('a disk that cannot be folded is folded at the next look', async () => {
  const { all } = met(TODAY);
  const [ana] = all;
  ana!.fold.mockRejectedValueOnce(new DOMException('no room', 'QuotaExceededError'));
  const told = vi.spyOn(console, 'info').mockReturnValue();
  ana!.notes.deleteNow();
  ana!.fading.look();
  await vi.waitFor(() => expect(told).toHaveBeenCalled());
  ana!.fading.look();
  expect(ana!.fold).toHaveBeenCalledTimes(2);
});

import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { planOf } from '../../src/board/begin-session.ts';
import { DecidingBoard } from '../../src/board/deciding-board.svelte.ts';
import { EndingBoard } from '../../src/board/ending-board.svelte.ts';
import { goEarly } from '../../src/board/goodbyes-said.ts';
import { LeavingSession } from '../../src/board/leaving-session.svelte.ts';
import { MembersBoard } from '../../src/board/members-board.svelte.ts';
import { SafetyBoard } from '../../src/board/safety-board.svelte.ts';
import { StandingNotes } from '../../src/board/standing-notes.svelte.ts';
import { commit, reportBack } from '../../src/document/commitments.ts';
import { contractsIn } from '../../src/document/contracts.ts';
import { noteMove } from '../../src/document/moves.ts';
import { propose, setNormStatus } from '../../src/document/norms.ts';
import { ask, questionsIn } from '../../src/document/questions.ts';
import { attend, startSession } from '../../src/document/sessions.ts';
import type { Format } from '../../src/domain/format.ts';
import { holds } from '../support/raw-bytes.ts';
import * as record from '../support/records.ts';
import { sessionPages } from '../support/session-pages.ts';

/** Ana and Ben with a norm that both are in with; Chris has a page and no seat yet. */
function circle() {
  const it = sessionPages('ana', 'ben', 'chris');
  const [ana, ben, chris] = it.boards as [
    (typeof it.boards)[0],
    (typeof it.boards)[0],
    (typeof it.boards)[0],
  ];
  chris.leave();
  propose(ana.document, record.norm('n1', { text: 'We ask first.', status: 'proposed' }));
  setNormStatus(ana.document, 'n1', 'adopted', 1);
  it.net.deliverAll();
  const members = it.boards.map((board) => new MembersBoard(board));
  return { ...it, ana, ben, chris, members };
}

test('after somebody has joined all say again that they are in, to each other', () => {
  const { net, pages, ana, ben, chris, members } = circle();
  for (const page of pages) page.time.now = 2_000;
  for (const board of [ana, ben]) board.norms.ratify();
  net.deliverAll();
  expect(members[0]!.notYetIn).toEqual([]);

  for (const page of pages) page.time.now = 3_000;
  chris.writer.me = 'chris-again';
  chris.takeSeatAgain('Chris');
  net.deliverAll();
  for (const each of members) {
    expect(each.newcomer?.name).toBe('Chris');
    expect(each.notYetIn.toSorted()).toEqual(['ana', 'ben', 'chris-again']);
  }
  for (const page of pages) page.time.now = 4_000;
  for (const board of [ana, chris]) board.norms.ratify();
  net.deliverAll();
  expect(members[2]!.notYetIn).toEqual(['ben']);
});

test('notes that stand can be deleted before a newcomer is invited, and what stays is not counted', () => {
  const { net, ana, ben } = circle();
  startSession(ana.document, record.session('s1', { closedAt: 5 }), [record.turn('t1')], []);
  ask(ben.document, record.question('ben', 0, 1, { id: 'q1', text: 'What holds you?' }));
  net.deliverAll();
  const notes = new StandingNotes(ana);
  expect(notes.sessions).toEqual(['s1']);
  notes.fadeAll();
  net.deliverAll();
  expect(notes.sessions).toEqual([]);
  expect(questionsIn(ben.document).all()).toEqual([]);
  expect(ben.past).toHaveLength(1);
});

test('the answer about positions is on my device, and in no byte of the circle', () => {
  const { ana, members } = circle();
  const [mine, theirs] = members;
  const before = Y.encodeStateVector(ana.document.doc);
  expect(mine!.asksPower).toBe(true);
  mine!.answerPower('yes');
  expect(mine!.power).toBe('yes');
  expect(mine!.asksPower).toBe(false);
  expect(theirs!.power).toBeNull();
  expect(Y.encodeStateVector(ana.document.doc)).toEqual(before);
});

test('who says that they leave is announced, can stay after all, and when they have left a new link is offered once', () => {
  const { net, ana, ben, members } = circle();
  const [anas, bens] = members;
  bens!.sayGoodbye();
  net.deliverAll();
  expect(anas!.leaving.map(({ id }) => id)).toEqual(['ben']);
  expect(anas!.amLeaving).toBe(false);
  bens!.stay();
  net.deliverAll();
  expect(anas!.leaving).toEqual([]);

  ben.leave();
  net.deliverAll();
  expect(anas!.left.map(({ id }) => id)).toContain('ben');
  noteMove(ana.document, {
    to: 'c2',
    from: 'c1',
    at: 5_000,
    by: 'ana',
    removed: [],
    round: 0,
  });
  expect(anas!.left).toEqual([]);
});

test('a line to somebody who missed twice is offered to one member, until they have settled it', () => {
  const { net, pages, ana, chris, members } = circle();
  chris.writer.me = 'chris';
  chris.takeSeatAgain('Chris');
  for (const page of pages) page.time.now = 900_000_000;
  for (const [i, id] of ['s1', 's2'].entries()) {
    const startedAt = 10_000 + i;
    startSession(ana.document, record.session(id, { startedAt, closedAt: 20_000 }), [], []);
    for (const member of ['ana', 'chris']) attend(ana.document, record.came(member, startedAt, id));
  }
  net.deliverAll();
  const offered = members.map((each) => each.missed.map(({ id }) => id));
  expect(offered).toEqual([[], [], ['ben']]);
  members[2]!.settle('ben');
  expect(members[2]!.missed).toEqual([]);
});

test('who goes early has their turn at once, and their learning waits with the others’', () => {
  const { net, boards, meet } = sessionPages('ana', 'ben');
  const [anas, bens] = meet('closing60');
  const there = new LeavingSession(anas!);
  const mine = new LeavingSession(bens!);
  goEarly(boards[1]!, bens!.id);
  net.deliverAll();
  expect(there.farewells).toMatchObject([{ member: 'ben', isEarly: true, isMe: false }]);
  expect(mine.farewells).toMatchObject([{ isMe: true }]);
  bens!.learn.write('I can wait');
  mine.go();
  net.deliverAll();
  expect(there.farewells).toEqual([]);
  expect(anas!.learn.isRevealed).toBe(false);
  anas!.learn.reveal();
  expect(anas!.learn.learnings).toMatchObject([{ member: 'ben', text: 'I can wait' }]);
  expect(boards[1]!.mine.read('learning', bens!.id)).toBe('');
});

test('who leaves the circle has the last word in the first and the last round, and in no other', () => {
  const { net, boards, meet } = sessionPages('ana', 'ben');
  const [anas] = meet('closing60');
  new MembersBoard(boards[1]!).sayGoodbye();
  net.deliverAll();
  const there = new LeavingSession(anas!);
  const shown = ['arrive', 'contract', 'explore', 'learn', 'commit', 'close'].map((phase, step) => {
    anas!.goTo(step);
    return [phase, anas!.phase, there.farewells.length];
  });
  expect(shown.filter(([, , count]) => count === 1).map(([, phase]) => phase)).toEqual([
    'arrive',
    'learn',
  ]);
});

test('a circle ends by consent, and the tool counts but does not decide', () => {
  const { net, meet, boards } = sessionPages('ana', 'ben');
  const sessions = meet('closing60');
  const [anas, bens] = sessions.map((session) => new DecidingBoard(session));
  const close = { way: 'close', words: '', sessions: 0, keeps: 'norms' } as const;
  anas!.put(close);
  net.deliverAll();
  bens!.answer('objection', 'One more session');
  net.deliverAll();
  expect(anas!.consent).toMatchObject({ isGiven: false, yes: ['ana'] });
  expect(new EndingBoard(boards[0]!).ending).toBeNull();
  // Put on a clock that stands behind: it lies above what it answers all the same.
  bens!.put({ ...close, way: 'change', words: 'Every three weeks', sessions: 4 });
  net.deliverAll();
  expect(anas!.choice?.way).toBe('change');
  expect(anas!.others).toHaveLength(1);
  anas!.decide();
  net.deliverAll();
  expect(contractsIn(boards[1]!.document).all()).toMatchObject([{ sessions: 4, by: 'ana' }]);
  anas!.put(anas!.others[0]!);
  net.deliverAll();
  bens!.answer('yes');
  net.deliverAll();
  expect(anas!.consent.isGiven).toBe(true);
  anas!.decide();
  net.deliverAll();
  for (const board of boards) expect(new EndingBoard(board).ending?.keeps).toBe('norms');
});

test('a safety sheet says who checked it, and asks to be looked at after half a year', () => {
  const { net, pages, boards } = sessionPages('ana', 'ben');
  const [mine, theirs] = boards.map((board) => new SafetyBoard(board));
  expect(mine!.isBlank).toBe(true);
  mine!.write({ emergency: '555 0100' });
  net.deliverAll();
  expect(theirs!.sheet).toMatchObject({ emergency: '555 0100', checked: { by: 'ana' } });
  pages[1]!.time.now += 200 * 86_400_000;
  const later = new SafetyBoard(boards[1]!);
  expect(later.isOld).toBe(true);
  later.check();
  expect(later.isOld).toBe(false);
  expect(later.sheet.emergency).toBe('555 0100');
});

test('nothing of an objection stays in the bytes once a circle is erased', async () => {
  const { erase } = await import('../../src/document/erasing.ts');
  const { compacted } = await import('../../src/document/compact.ts');
  const { net, meet, boards } = sessionPages('ana', 'ben');
  const [anas, bens] = meet('closing60').map((session) => new DecidingBoard(session));
  anas!.put({ way: 'close', words: '', sessions: 0, keeps: 'norms' });
  net.deliverAll();
  bens!.answer('objection', 'I never told you why');
  net.deliverAll();
  const { document } = boards[0]!;
  expect(holds([document.bytes()], 'I never told you why')).toBe(true);
  erase(document, 'norms');
  expect(holds([compacted([document.bytes()])], 'I never told you why')).toBe(false);
});

test('at the end of a cycle there is a time to look back at actions, also where none is open', () => {
  const { boards, net } = sessionPages('ana', 'ben');
  const [ana] = boards;
  const closing: Format = {
    id: 'closing60',
    people: [2, 6],
    phases: [
      { phase: 'arrive', minutes: 5 },
      { phase: 'report-back', minutes: 12 },
      { phase: 'decide', minutes: 8 },
    ],
  };
  const hasReports = (format: Format): boolean =>
    planOf(ana!, format).some(({ phase }) => phase === 'report-back');
  expect(hasReports(closing)).toBe(false);
  commit(ana!.document, record.commitment('c1'));
  reportBack(ana!.document, record.report('c1', 's1', 'did'));
  net.deliverAll();
  expect(hasReports(closing)).toBe(true);
  expect(hasReports({ ...closing, id: 'seed60' })).toBe(false);
});

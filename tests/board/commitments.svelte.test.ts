import { afterEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { beginSession } from '../../src/board/begin-session.ts';
import type { CircleBoard } from '../../src/board/circle-board.svelte.ts';
import { commitmentsOf } from '../../src/board/commitments-board.svelte.ts';
import { ofFadedSession } from '../../src/board/faded-notes.ts';
import { mineAcross } from '../../src/board/mine-across.ts';
import { commitmentsIn } from '../../src/document/commitments.ts';
import { fade } from '../../src/document/fading.ts';
import { noWords } from '../../src/domain/commitment-words.ts';
import type { Outcome } from '../../src/domain/commitment.ts';
import type { Format } from '../../src/domain/format.ts';
import { bringSeat } from '../../src/storage/seat.ts';
import { succeed } from '../../src/storage/succession.ts';
import { circlePage } from '../support/circle-page.ts';
import { freshDatabase } from '../support/database.ts';
import { closeDevices, device } from '../support/disk-device.ts';
import { linkedPeers } from '../support/linked-peers.ts';
import { holds, logOf } from '../support/raw-bytes.ts';
import { shortPlan } from '../support/records.ts';
import { remembered } from '../support/remembered.ts';

afterEach(closeDevices);

const format: Format = { id: 'short', people: [2, 6], phases: shortPlan };
const SECRET = 'tell my sister that I sold the house';
const words = { ...noWords, text: SECRET, firstStep: 'ring her tonight', by: '2026-12-03' };
const call = { ...noWords, text: 'call the supplier' };

/** Ana presents, and Ben and Chen coach; each on a page of their own. */
function circle() {
  const net = linkedPeers(3);
  const names = ['ana', 'ben', 'chen'];
  const pages = names.map((name, i) => {
    const others = names.filter((other) => other !== name);
    return circlePage(name, net.peers[i]!, others);
  });
  pages.forEach(({ board, time }, i) => {
    time.now += i;
    board.takeSeatAgain(names[i]!);
  });
  net.deliverAll();
  const [ana, ben, chen] = pages.map(({ board }) => board) as [
    CircleBoard,
    CircleBoard,
    CircleBoard,
  ];
  const session = beginSession(ana, format, { presenter: 'ana', steward: 'ben' });
  net.deliverAll();
  const tick = (): void => pages.forEach((page) => (page.time.now += 10));
  return { net, ana, ben, chen, session, tick };
}

const theOne = (board: CircleBoard) => board.commitments[0]!;
const tell = (board: CircleBoard, outcome: Outcome, learned = ''): void =>
  commitmentsOf(board).report(theOne(board), 's2', { outcome, learned, next: null });

describe('an action on all screens', () => {
  test('that is given other words while it is told keeps both, and says that its words are younger', () => {
    const { net, ana, ben, session, tick } = circle();
    commitmentsOf(ben).commit({ words: call, session, owner: 'ana' });
    net.deliverAll();
    tick();
    tell(ben, 'partly', 'It rang');
    tick();
    commitmentsOf(ana).change(theOne(ana), { ...call, text: 'write to the supplier' }, false);
    net.deliverAll();
    for (const board of [ana, ben]) {
      expect(theOne(board).text).toBe('write to the supplier');
      const report = commitmentsOf(board).reportOf('s2', theOne(board).id);
      expect(report).toMatchObject({ outcome: 'partly', learned: 'It rang' });
      expect(theOne(board).changedAt).toBeGreaterThan(report!.at);
    }
  });

  test('two change different parts of, and both parts stay', () => {
    const { net, ana, ben, session } = circle();
    commitmentsOf(ben).commit({ words: call, session, owner: 'ana' });
    net.deliverAll();
    commitmentsOf(ana).change(theOne(ana), { ...call, firstStep: 'find the number' }, false);
    commitmentsOf(ben).change(theOne(ben), { ...call, text: 'ring the supplier' }, false);
    net.deliverAll();
    for (const board of [ana, ben])
      expect(theOne(board)).toMatchObject({
        text: 'ring the supplier',
        firstStep: 'find the number',
      });
  });

  test('two tell at the same moment has one answer everywhere, and who lost it has their words', () => {
    const { net, ana, ben, chen, session } = circle();
    commitmentsOf(ben).commit({ words: call, session, owner: 'ana' });
    net.deliverAll();
    tell(ana, 'did', 'That I can');
    tell(ben, 'partly', 'That it takes two calls');
    net.deliverAll();
    const all = [ana, ben, chen].map((board) =>
      commitmentsOf(board).reportOf('s2', theOne(board).id)!,
    );
    expect(all[1]).toEqual(all[0]);
    expect(all[2]).toEqual(all[0]);
    const [winner, loser] = all[0]!.by === 'ana' ? [ana, ben] : [ben, ana];
    expect(commitmentsOf(winner).replacedBy(all[0]!)).toBeNull();
    expect(commitmentsOf(chen).replacedBy(all[0]!)).toBeNull();
    expect(commitmentsOf(loser).replacedBy(all[0]!)).toEqual({
      by: winner.writer.me,
      mine: loser === ana ? 'That I can' : 'That it takes two calls',
    });
  });

  test('taken back while somebody tells of it is gone everywhere, and is never asked about again', () => {
    const { net, ana, ben, chen, session } = circle();
    commitmentsOf(ben).commit({ words: call, session, owner: 'ana' });
    net.deliverAll();
    tell(ben, 'not-yet', 'too early');
    const asBenHasIt = theOne(ben);
    commitmentsOf(ana).takeBack(theOne(ana));
    commitmentsOf(chen).change(theOne(chen), { ...call, text: 'ring the supplier' }, false);
    net.deliverAll();
    commitmentsOf(ben).report(asBenHasIt, 's2', { outcome: 'did', learned: '', next: 'same' });
    net.deliverAll();
    for (const board of [ana, ben, chen]) {
      expect(board.commitments).toEqual([]);
      expect(board.open).toEqual([]);
    }
  });

  test('"not yet" twice asks its owner what it needs, and nobody else', () => {
    const { net, ana, ben, session } = circle();
    commitmentsOf(ben).commit({ words: call, session, owner: 'ana' });
    net.deliverAll();
    for (const each of ['s2', 's3'])
      commitmentsOf(ben).report(theOne(ben), each, { outcome: 'not-yet', learned: '', next: null });
    net.deliverAll();
    expect(commitmentsOf(ana).asksWhatItNeeds(theOne(ana))).toBe(true);
    expect(commitmentsOf(ben).asksWhatItNeeds(theOne(ben))).toBe(false);
  });

  test('a smaller one takes the place of the old one, for everyone', () => {
    const { net, ana, ben, session } = circle();
    const id = commitmentsOf(ben).commit({ words: call, session, owner: 'ana' });
    net.deliverAll();
    const half = { ...noWords, text: 'find the number' };
    commitmentsOf(ana).commit({ words: half, session: 's2', owner: 'ana', follows: id });
    net.deliverAll();
    for (const board of [ana, ben])
      expect(board.open.map(({ text }) => text)).toEqual(['find the number']);
  });
});

describe('a private action', () => {
  test('is on the others’ disks only as its day and its outcome: no byte holds a word of it', () => {
    const { net, ana, ben, chen, session } = circle();
    const logs = [ana, ben, chen].map((board) => logOf(board.document));
    const mine = commitmentsOf(ana);
    mine.commit({ words, session, owner: 'ana', isPrivate: true });
    net.deliverAll();
    mine.change(theOne(ana), { ...words, plan: 'walk first', by: '2026-12-04' }, true);
    mine.report(theOne(ana), 's2', { outcome: 'did', learned: 'She knew already', next: null });
    net.deliverAll();
    for (const board of [ben, chen]) {
      expect(theOne(board)).toMatchObject({ owner: 'ana', by: '2026-12-04', isPrivate: true });
      expect(commitmentsOf(board).wordsOf(theOne(board))).toBeNull();
      expect(board.reportBacks).toMatchObject([{ outcome: 'did', learned: '' }]);
      expect(board.open).toEqual([]);
    }
    for (const log of logs)
      for (const word of [SECRET, 'sister', 'ring her', 'walk first', 'She knew'])
        expect(holds(log, word)).toBe(false);
    expect(mine.wordsOf(theOne(ana))).toMatchObject({ text: SECRET, plan: 'walk first' });
    expect(mine.learnedOf(theOne(ana), ana.reportBacks[0]!)).toBe('She knew already');
  });

  test('is its owner’s choice: what somebody types for another is the circle’s', () => {
    const { ben, session } = circle();
    commitmentsOf(ben).commit({ words: call, session, owner: 'ana', isPrivate: true });
    expect(theOne(ben)).toMatchObject({ isPrivate: false, text: 'call the supplier' });
  });

  test('may be shown to the circle later, and one that was shown cannot be hidden again', () => {
    const { net, ana, ben, session } = circle();
    commitmentsOf(ana).commit({ words, session, owner: 'ana', isPrivate: true });
    commitmentsOf(ana).change(theOne(ana), words, false);
    net.deliverAll();
    expect(theOne(ben)).toMatchObject({ ...words, isPrivate: false });
    expect(ana.mine.read('commitment', theOne(ana).id)).toBe('');
    commitmentsOf(ana).change(theOne(ana), words, true);
    expect(theOne(ana).isPrivate).toBe(false);
  });

  test('stays when the notes of its session fade', () => {
    const { ana, session } = circle();
    const id = commitmentsOf(ana).commit({ words, session, owner: 'ana', isPrivate: true });
    ana.mine.write('draft', `commit ${id} text`, 'half');
    fade(ana.document, { session, at: 5, by: null });
    ana.mine.forget(ofFadedSession(ana));
    expect(commitmentsOf(ana).wordsOf(theOne(ana))).toMatchObject({ text: SECRET });
    expect(ana.mine.read('draft', `commit ${id} text`)).toBe('');
  });

  test('has its words after a reload, under a new link, and on a device that took the seat from its file', async () => {
    const { database, circle: open, board } = await device();
    const session = 's1';
    board.takeSeatAgain('Ana');
    const owner = board.writer.me;
    const id = commitmentsOf(board).commit({ words, session, owner, isPrivate: true });
    await commitmentsOf(board).safe();
    const seat = await board.mine.kept();
    const bytes = Y.encodeStateAsUpdate(board.document.doc);
    await open.close();

    const again = await device(database);
    again.board.writer.me = owner;
    expect(commitmentsOf(again.board).wordsOf(theOne(again.board))).toMatchObject({ text: SECRET });
    await again.circle.close();

    const row = (await database.circles.toArray())[0]!;
    await succeed(database, row, { ...row, circle: 'new name', member: owner, name: 'Us' });
    expect(await mineAcross(database)).toMatchObject([
      { id, circleName: 'Us', isPrivate: true, by: '2026-12-03', words: { text: SECRET } },
    ]);

    const phone = freshDatabase();
    await phone.circles.put(remembered('one', { member: owner }));
    await bringSeat(phone, remembered('one').circle, seat, bytes);
    expect(await mineAcross(phone)).toMatchObject([{ id, words: { text: SECRET } }]);
  });
});

describe('my actions in all circles', () => {
  test('are read from the disk, those due soon first, and nobody else’s are among them', async () => {
    const database = freshDatabase();
    for (const [name, day] of [
      ['late', '2026-12-09'],
      ['soon', '2026-12-01'],
    ] as const) {
      const { ana, session } = circle();
      const commit = commitmentsOf(ana).commit;
      commit({ words: { ...call, text: name, by: day }, session, owner: 'ana' });
      commit({ words: call, session, owner: 'ben' });
      commit({ words: { ...call, text: `${name} some day` }, session, owner: 'ana' });
      await database.circles.put(remembered(name, { member: 'ana', name }));
      const bytes = Y.encodeStateAsUpdate(ana.document.doc);
      await database.updates.add({ circle: remembered(name).circle, bytes });
    }
    await database.circles.put(remembered('watched', { member: null }));
    const before = await database.updates.count();
    const texts = (await mineAcross(database)).map((action) => action.words?.text);
    expect(texts.slice(0, 2)).toEqual(['soon', 'late']);
    expect(texts.slice(2).toSorted()).toEqual(['late some day', 'soon some day']);
    expect(await database.updates.count()).toBe(before);
  });

  test('whose words are on another device of mine are there without them', async () => {
    const database = freshDatabase();
    const { ana, session } = circle();
    commitmentsOf(ana).commit({ words, session, owner: 'ana', isPrivate: true });
    await database.circles.put(remembered('one', { member: 'ana' }));
    const bytes = Y.encodeStateAsUpdate(ana.document.doc);
    await database.updates.add({ circle: remembered('one').circle, bytes });
    expect(await mineAcross(database)).toMatchObject([{ isPrivate: true, words: null }]);
    expect(commitmentsIn(ana.document).all()[0]?.text).toBe('…');
  });
});

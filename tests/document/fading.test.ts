import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { CircleDocument, LOCAL } from '../../src/document/circle-document.ts';
import { commit, commitmentsIn } from '../../src/document/commitments.ts';
import { compacted } from '../../src/document/compact.ts';
import { fadedMarksIn, setFadeDate } from '../../src/document/fade-dates.ts';
import { fade, fadeAgain, observeDeadArrivals } from '../../src/document/fading.ts';
import { learn, learningsIn } from '../../src/document/learnings.ts';
import { join } from '../../src/document/members.ts';
import {
  ask,
  changeQuestion,
  passOver,
  passesIn,
  questionsIn,
} from '../../src/document/questions.ts';
import {
  attend,
  attendanceIn,
  closeSession,
  reopenSession,
  sessionsIn,
  startSession,
} from '../../src/document/sessions.ts';
import { setTurn, turnsIn } from '../../src/document/turns.ts';
import { contents, linkedPeers } from '../support/linked-peers.ts';
import { holds, logOf } from '../support/raw-bytes.ts';
import * as record from '../support/records.ts';

const SENTENCE = 'I have never told Ágnes why I left';
const mark = { session: 's1', at: 20, by: null };

const learning = (member: string, text: string, kept?: boolean) => ({
  session: 's1',
  member,
  text,
  at: 10,
  changedAt: null,
  kept,
});

/** A closed session in which each peer has said something. */
function metOn(peers: readonly CircleDocument[]): void {
  const [ana, ben = ana] = peers;
  join(ana!, record.member('ana'));
  startSession(ana!, record.session('s1'), [record.turn('t1')], []);
  startSession(ana!, record.session('s2'), [record.turn('t2', { session: 's2' })], []);
  attend(ana!, record.came('ana', 5));
  setTurn(ana!, 't1', { challenge: SENTENCE, focus: `${SENTENCE}?` });
  passOver(ben!, record.pass('ben', 1, 8));
  ask(ben!, record.question('ben', 0, 7, { id: 'q1', text: SENTENCE }));
  changeQuestion(ben!, 'q1', { text: 'And what now?' });
  learn(ana!, learning('ana', SENTENCE));
  learn(ben!, learning('ben', 'I can wait', true));
  commit(ana!, record.commitment('c1', { madeAt: 11 }));
  closeSession(ana!, 's1', record.session('s1').clock, 12);
}

/** Three devices after a session, each with all that its log has got. */
function three() {
  const net = linkedPeers(3);
  const logs = net.peers.map(logOf);
  metOn(net.peers.slice(0, 1));
  net.deliverAll();
  const [ana, ben, chris] = net.peers as [CircleDocument, CircleDocument, CircleDocument];
  return { net, logs, ana, ben, chris };
}

const expectNowhere = (logs: readonly Uint8Array[][], text = SENTENCE): void => {
  for (const log of logs) {
    expect(holds(log, text)).toBe(true);
    expect(holds([compacted(log)], text)).toBe(false);
  }
};

test('fading takes the words, and leaves who came, who presented, and what was promised', () => {
  const { net, logs, ana, chris } = three();
  fade(ana, mark);
  net.deliverAll();
  expect(questionsIn(chris).all()).toEqual([]);
  expect(passesIn(chris).all()).toEqual([]);
  expect(turnsIn(chris).all()).toEqual([record.turn('t1'), record.turn('t2', { session: 's2' })]);
  expect(attendanceIn(chris).all()).toHaveLength(1);
  expect(commitmentsIn(chris).all()).toMatchObject([{ id: 'c1', text: 'Call the supplier' }]);
  expect(learningsIn(chris).all()).toMatchObject([{ member: 'ben', text: 'I can wait' }]);
  expect(sessionsIn(chris).all()).toHaveLength(2);
  expectNowhere(logs);
});

test('a device that was away loses the words when it comes back, and what it had written meanwhile', () => {
  const net = linkedPeers(2);
  metOn(net.peers.slice(0, 1));
  net.deliverAll();
  const away = new CircleDocument([Y.encodeStateAsUpdate(net.peers[1]!.doc)]);
  const log = logOf(away);
  const late = `${SENTENCE}, still`;
  ask(away, record.question('chris', 0, 13, { id: 'q2', text: late }));
  changeQuestion(away, 'q1', { text: late });
  setTurn(away, 't1', { challenge: late });
  learn(away, learning('chris', late));
  reopenSession(away, 's1', record.session('s1').clock);

  const [ana] = net.peers;
  const anasLog = logOf(ana!);
  fade(ana!, mark);
  const died = vi.fn();
  observeDeadArrivals(ana!.doc, died);
  const toAway = Y.encodeStateAsUpdate(ana!.doc, Y.encodeStateVector(away.doc));
  Y.applyUpdate(ana!.doc, Y.encodeStateAsUpdate(away.doc, Y.encodeStateVector(ana!.doc)));
  Y.applyUpdate(away.doc, toAway);
  expect(died).toHaveBeenCalled();
  expect(fadeAgain(ana!)).toBe(true);
  expect(fadeAgain(away)).toBe(true);
  expect([fadeAgain(ana!), fadeAgain(away)]).toEqual([false, false]);
  Y.applyUpdate(away.doc, Y.encodeStateAsUpdate(ana!.doc));
  Y.applyUpdate(ana!.doc, Y.encodeStateAsUpdate(away.doc));

  expect(contents(away)).toEqual(contents(ana!));
  expect(
    sessionsIn(away)
      .all()
      .find(({ id }) => id === 's1')?.closedAt,
  ).not.toBeNull();
  expectNowhere([log, anasLog], late);
});

test('an old copy that is read in brings nothing back', () => {
  const { net, ana, chris } = three();
  const copy = new CircleDocument([Y.encodeStateAsUpdate(ana.doc)]);
  fade(ana, mark);
  net.deliverAll();
  // As an import writes what is missing here: under the same ids, as local writes.
  const log = logOf(chris);
  for (const question of questionsIn(copy).all()) ask(chris, question);
  for (const row of learningsIn(copy).all()) learn(chris, row);
  expect(fadeAgain(chris)).toBe(true);
  expect(questionsIn(chris).all()).toEqual([]);
  expect(learningsIn(chris).all()).toMatchObject([{ text: 'I can wait' }]);
  expectNowhere([log]);
});

test('a change to words that are gone is noticed, though it leaves no row to delete', () => {
  const { net, ana, chris } = three();
  const away = new CircleDocument([Y.encodeStateAsUpdate(chris.doc)]);
  changeQuestion(away, 'q1', { text: `${SENTENCE}!` });
  fade(ana, mark);
  net.deliverAll();
  const died = vi.fn();
  const stop = observeDeadArrivals(ana.doc, died);
  join(chris, record.member('chris'));
  net.deliverAll();
  expect(died).not.toHaveBeenCalled();
  Y.applyUpdate(ana.doc, Y.encodeStateAsUpdate(away.doc, Y.encodeStateVector(ana.doc)));
  expect(died).toHaveBeenCalledOnce();
  expect(fadeAgain(ana)).toBe(false);
  stop();
});

test('undo cannot bring it back', () => {
  const { net, logs, ana, ben } = three();
  const tables = [questionsIn(ben), turnsIn(ben), learningsIn(ben)].map(({ shared }) => shared);
  const undo = new Y.UndoManager(tables, { trackedOrigins: new Set([LOCAL]) });
  setTurn(ben, 't1', { challenge: '' });
  changeQuestion(ben, 'q1', { text: '', takenBack: true });
  net.deliverAll();
  fade(ana, mark);
  net.deliverAll();
  while (undo.undo());
  while (undo.redo());
  fadeAgain(ben);
  undo.clear();
  net.deliverAll();
  for (const peer of net.peers) expect(JSON.stringify(contents(peer))).not.toContain(SENTENCE);
  expectNowhere(logs);
});

describe('two members at once', () => {
  test('one keeps the notes and one deletes them: they are deleted', () => {
    const { net, ana, ben, chris } = three();
    setFadeDate(ana, { session: 's1', on: null, by: 'ana', at: 30 });
    fade(ben, { ...mark, by: 'ben' });
    net.deliverAll();
    for (const peer of [ana, ben, chris]) {
      expect(questionsIn(peer).all()).toEqual([]);
      expect(fadedMarksIn(peer).all()).toMatchObject([{ by: 'ben' }]);
    }
  });

  test('one opens the session again and one deletes its notes: it is over', () => {
    const { net, ana, ben } = three();
    reopenSession(ana, 's1', record.session('s1').clock);
    ask(ana, record.question('ana', 1, 14, { text: SENTENCE }));
    fade(ben, mark);
    net.deliverAll();
    for (const peer of net.peers) fadeAgain(peer);
    net.deliverAll();
    for (const peer of net.peers) {
      expect(questionsIn(peer).all()).toEqual([]);
      expect(
        sessionsIn(peer)
          .all()
          .find(({ id }) => id === 's1')?.closedAt,
      ).toBe(mark.at);
    }
  });
});

test('rows that cannot be read fade as well', () => {
  const { ana, logs } = three();
  ana.doc.getMap('turns').set('t9', { session: 's1', challenge: SENTENCE });
  ana.doc.getMap('questions').set('q9', { turn: 't1', text: SENTENCE });
  ana.doc.getMap('questions').set('q8', new Y.Map([['turn', 't9']]));
  ana.doc.getMap('learnings').set('x', { session: 's1', member: 'ana', text: SENTENCE });
  fade(ana, mark);
  expect([...ana.doc.getMap('questions').keys()]).toEqual([]);
  expectNowhere(logs.slice(0, 1));
});

test('a circle that a newer Askwell has changed is left alone', () => {
  const { ana } = three();
  ana.doc.getMap('faded').set('s1', mark);
  ana.meta.set('schema', 99);
  expect(fadeAgain(ana)).toBe(false);
  expect(() => fade(ana, mark)).toThrow();
});

const step = fc.record({
  who: fc.nat(2),
  what: fc.constantFrom('challenge', 'focus', 'ask', 'change', 'take back', 'learn', 'deliver'),
  n: fc.nat(5),
  text: fc.string({ unit: 'grapheme', minLength: 4, maxLength: 30 }),
});

test('after fading, no device’s compacted log holds a word of the session, whatever came when', () => {
  fc.assert(
    fc.property(
      fc.array(step, { maxLength: 25 }),
      fc.array(step, { maxLength: 8 }),
      fc.nat(2),
      (before, meanwhile, who) => {
        const net = linkedPeers(3);
        const logs = net.peers.map(logOf);
        const said: string[] = [];
        const act = ({ who: by, what, n, text }: (typeof before)[number]): void => {
          const peer = net.peers[by]!;
          const words = `${by}§${text}§${said.length}`;
          if (what === 'deliver') return net.deliver(n);
          said.push(words);
          if (what === 'challenge' || what === 'focus') setTurn(peer, 't1', { [what]: words });
          else if (what === 'learn') learn(peer, learning(`m${by}`, words));
          else if (what === 'change') changeQuestion(peer, `q${n}`, { text: words });
          else if (what === 'take back') changeQuestion(peer, `q${n}`, { text: '' });
          else ask(peer, record.question(`m${by}`, n, n, { id: `q${n}`, text: words }));
        };
        startSession(net.peers[0]!, record.session('s1'), [record.turn('t1')], []);
        net.deliverAll();
        before.forEach(act);
        fade(net.peers[who]!, mark);
        meanwhile.forEach(act);
        net.deliverAll();
        for (const peer of net.peers) fadeAgain(peer);
        net.deliverAll();
        const kept = [
          ...logs.map((log) => compacted(log)),
          ...net.peers.map((peer) => Y.encodeStateAsUpdate(peer.doc)),
        ];
        for (const words of said) expect(holds(kept, words)).toBe(false);
        expect(contents(net.peers[1]!)).toEqual(contents(net.peers[0]!));
      },
    ),
    { numRuns: 30 },
  );
});

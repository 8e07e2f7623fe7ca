import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { aboutOf, foundCircle, nameCircle } from '../../src/document/about.ts';
import { CircleDocument, DocumentIsNewer } from '../../src/document/circle-document.ts';
import {
  changeCommitment,
  commit,
  commitmentsIn,
  reportBack,
  takeBackCommitment,
} from '../../src/document/commitments.ts';
import { compacted, merged } from '../../src/document/compact.ts';
import { learn, takeBackLearning } from '../../src/document/learnings.ts';
import { join, membersIn } from '../../src/document/members.ts';
import { answer, ratify } from '../../src/document/norms.ts';
import { ask, changeQuestion, passOver, questionsIn } from '../../src/document/questions.ts';
import { attend, attendanceIn, startSession } from '../../src/document/sessions.ts';
import { contents, linkedPeers } from '../support/linked-peers.ts';
import * as record from '../support/records.ts';

const saved = (circle: CircleDocument): Uint8Array => Y.encodeStateAsUpdate(circle.doc);

test('a row that cannot be read is left out and counted, and harms no other', () => {
  const circle = new CircleDocument();
  join(circle, record.member('ana'));
  circle.doc.getMap('members').set('zed', 'not a member');
  circle.doc.getMap('members').set('yve', new Y.Map([['name', 7]]));
  expect(
    membersIn(circle)
      .all()
      .map(({ id }) => id),
  ).toEqual(['ana']);
  expect(membersIn(circle).unreadable).toBe(2);
});

test('a member comes to a session once, whatever key a stranger writes under', () => {
  const circle = new CircleDocument();
  attend(circle, record.came('ana', 1));
  circle.doc.getMap('attendance').set('other', record.came('ana', 2));
  expect(attendanceIn(circle).all()).toEqual([record.came('ana', 1)]);
  expect(attendanceIn(circle).unreadable).toBe(1);
});

test('two who change different fields of one question both keep their change', () => {
  const net = linkedPeers(2);
  const [ana, ben] = [net.peers[0]!, net.peers[1]!];
  ask(ana, record.question('ana', 0, 1, { id: 'q1', text: 'How?' }));
  net.deliverAll();
  changeQuestion(ana, 'q1', { text: 'What else?' });
  changeQuestion(ben, 'q1', { changedAt: 5 });
  net.deliverAll();
  expect(questionsIn(ben).all()[0]).toMatchObject({ text: 'What else?', changedAt: 5 });
});

test('rows that two devices make apart under one key keep all their fields', () => {
  const net = linkedPeers(2);
  for (const [i, peer] of net.peers.entries()) {
    answer(peer, { ...record.ballot('n1', 'ana', 'concern'), reason: `Reason ${i}`, at: i }, false);
    ratify(peer, { member: 'ana', set: 'set', at: i });
    attend(peer, record.came('ana', i));
    learn(peer, { session: 's1', member: 'ana', text: `I ${i}`, at: i, changedAt: null });
    passOver(peer, record.pass('ana', 0, i));
    reportBack(peer, { ...record.report('c1', 's1', 'partly'), learned: `That ${i}`, at: i });
  }
  net.deliverAll();
  const [first, second] = net.peers.map(contents);
  expect(second).toEqual(first);
  const { ballots, ratifications, attendance, learnings, passes, reportBacks } = first!;
  for (const rows of [ballots, ratifications, attendance, learnings, passes, reportBacks]) {
    expect(rows).toHaveLength(1);
  }
});

test('a change to a record that somebody has taken back does not bring it back', () => {
  const net = linkedPeers(2);
  commit(net.peers[0]!, record.commitment('c1'));
  net.deliverAll();
  takeBackCommitment(net.peers[0]!, 'c1');
  changeCommitment(net.peers[1]!, 'c1', { text: 'Call the other supplier' });
  net.deliverAll();
  for (const peer of net.peers) expect(commitmentsIn(peer).all()).toEqual([]);
});

test('fields and tables of a later version survive the writes of this one', () => {
  const circle = new CircleDocument();
  ask(circle, record.question('ana', 0, 1, { id: 'q1' }));
  const row = circle.doc.getMap('questions').get('q1') as Y.Map<unknown>;
  row.set('mood', 'curious');
  circle.doc.getMap('reviews').set('r1', { held: true });

  const again = new CircleDocument([saved(circle)]);
  changeQuestion(again, 'q1', { text: 'What matters?' });
  const later = new CircleDocument([compacted([saved(again)])]);
  expect((later.doc.getMap('questions').get('q1') as Y.Map<unknown>).get('mood')).toBe('curious');
  expect(later.doc.getMap('reviews').get('r1')).toEqual({ held: true });
  expect(questionsIn(later).all()[0]?.text).toBe('What matters?');
});

test('a circle that a newer Askwell has changed is read, and not written', () => {
  const circle = new CircleDocument();
  foundCircle(circle, 'Tuesday circle', '');
  circle.doc.getMap('meta').set('schema', 2);
  expect(circle.isNewer).toBe(true);
  expect(aboutOf(circle).name).toBe('Tuesday circle');
  const before = saved(circle);
  expect(() => nameCircle(circle, 'Other')).toThrow(DocumentIsNewer);
  expect(saved(circle)).toEqual(before);
});

test('one sentence of the product is one update', () => {
  const circle = new CircleDocument();
  let updates = 0;
  circle.observeUpdates(() => {
    updates += 1;
  });
  startSession(circle, record.session('s2'), [record.turn('t1'), record.turn('t2')], ['s1']);
  expect(updates).toBe(1);
});

test('who watches hears that a change is mine, and nothing after it stops', () => {
  const circle = new CircleDocument();
  const heard: boolean[] = [];
  const stop = circle.observeUpdates((_update, isMine) => heard.push(isMine));
  nameCircle(circle, 'A');
  Y.applyUpdate(circle.doc, saved(new CircleDocument([saved(circle)])));
  circle.doc.getMap('meta').set('name', 'B');
  stop();
  nameCircle(circle, 'C');
  expect(heard).toEqual([true, false]);
});

test('compacting keeps what is there and forgets what was deleted', () => {
  const secret = 'The sentence nobody may find again';
  const circle = new CircleDocument();
  const updates: Uint8Array[] = [];
  circle.observeUpdates((update) => updates.push(update));
  ask(circle, record.question('ana', 0, 1, { id: 'q1', text: secret }));
  learn(circle, { session: 's1', member: 'ana', text: secret, at: 1, changedAt: null });
  commit(circle, record.commitment('c1', { firstStep: secret }));
  changeQuestion(circle, 'q1', { text: '', takenBack: true });
  takeBackLearning(circle, 's1', 'ana');
  takeBackCommitment(circle, 'c1');
  const found = (bytes: Uint8Array): boolean => Buffer.from(bytes).includes(secret);
  expect(found(merged(updates))).toBe(true);
  expect(found(compacted(updates))).toBe(false);
  expect(contents(new CircleDocument([compacted(updates)]))).toEqual(contents(circle));
});

test('compacting keeps an update whose predecessors have not arrived yet', () => {
  const circle = new CircleDocument();
  const updates: Uint8Array[] = [];
  circle.observeUpdates((update) => updates.push(update));
  nameCircle(circle, 'First');
  nameCircle(circle, 'Second');
  const [first, second] = [updates[0]!, updates[1]!];
  const early = compacted([second]);
  expect(aboutOf(new CircleDocument([early, first])).name).toBe('Second');
});

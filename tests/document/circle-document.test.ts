import * as Y from 'yjs';
import { expect, test } from 'vitest';
import { CircleDocument, DocumentIsNewer } from '../../src/document/circle-document.ts';
import { compacted, merged } from '../../src/document/compact.ts';
import { contents, linkedPeers } from '../support/linked-peers.ts';
import * as record from '../support/records.ts';

const saved = (circle: CircleDocument): Uint8Array => Y.encodeStateAsUpdate(circle.doc);

test('a row that cannot be read is left out and counted, and harms no other', () => {
  const circle = new CircleDocument();
  circle.join(record.member('ana'));
  circle.doc.getMap('members').set('zed', 'not a member');
  circle.doc.getMap('members').set('yve', new Y.Map([['name', 7]]));
  expect(circle.members.all().map(({ id }) => id)).toEqual(['ana']);
  expect(circle.members.unreadable).toBe(2);
});

test('a member comes to a session once, whatever key a stranger writes under', () => {
  const circle = new CircleDocument();
  circle.attend(record.came('ana', 1));
  circle.doc.getMap('attendance').set('other', record.came('ana', 2));
  expect(circle.attendance.all()).toEqual([record.came('ana', 1)]);
  expect(circle.attendance.unreadable).toBe(1);
});

test('two who change different fields of one question both keep their change', () => {
  const net = linkedPeers(2);
  const [ana, ben] = [net.peers[0]!, net.peers[1]!];
  ana.ask(record.question('ana', 0, 1, { id: 'q1', text: 'How?' }));
  net.deliverAll();
  ana.changeQuestion('q1', { text: 'What else?' });
  ben.changeQuestion('q1', { changedAt: 5 });
  net.deliverAll();
  expect(ben.questions.all()[0]).toMatchObject({ text: 'What else?', changedAt: 5 });
});

test('rows that two devices make apart under one key keep all their fields', () => {
  const net = linkedPeers(2);
  for (const [i, peer] of net.peers.entries()) {
    peer.answer({ ...record.ballot('n1', 'ana', 'concern'), reason: `Reason ${i}`, at: i }, false);
    peer.ratify({ member: 'ana', set: 'set', at: i });
    peer.attend(record.came('ana', i));
    peer.learn({ session: 's1', member: 'ana', text: `I ${i}`, at: i, changedAt: null });
    peer.pass(record.pass('ana', 0, i));
    peer.reportBack({ ...record.report('c1', 's1', 'partly'), learned: `That ${i}`, at: i });
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
  net.peers[0]!.commit(record.commitment('c1'));
  net.deliverAll();
  net.peers[0]!.takeBackCommitment('c1');
  net.peers[1]!.changeCommitment('c1', { text: 'Call the other supplier' });
  net.deliverAll();
  for (const peer of net.peers) expect(peer.commitments.all()).toEqual([]);
});

test('fields and tables of a later version survive the writes of this one', () => {
  const circle = new CircleDocument();
  circle.ask(record.question('ana', 0, 1, { id: 'q1' }));
  const row = circle.doc.getMap('questions').get('q1') as Y.Map<unknown>;
  row.set('mood', 'curious');
  circle.doc.getMap('reviews').set('r1', { held: true });

  const again = new CircleDocument([saved(circle)]);
  again.changeQuestion('q1', { text: 'What matters?' });
  const later = new CircleDocument([compacted([saved(again)])]);
  expect((later.doc.getMap('questions').get('q1') as Y.Map<unknown>).get('mood')).toBe('curious');
  expect(later.doc.getMap('reviews').get('r1')).toEqual({ held: true });
  expect(later.questions.all()[0]?.text).toBe('What matters?');
});

test('a circle that a newer Askwell has changed is read, and not written', () => {
  const circle = new CircleDocument();
  circle.found('Tuesday circle', '');
  circle.doc.getMap('meta').set('schema', 2);
  expect(circle.isNewer).toBe(true);
  expect(circle.name).toBe('Tuesday circle');
  const before = saved(circle);
  expect(() => circle.nameCircle('Other')).toThrow(DocumentIsNewer);
  expect(saved(circle)).toEqual(before);
});

test('one sentence of the product is one update', () => {
  const circle = new CircleDocument();
  let updates = 0;
  circle.observeUpdates(() => {
    updates += 1;
  });
  circle.startSession(record.session('s2'), [record.turn('t1'), record.turn('t2')], ['s1']);
  expect(updates).toBe(1);
});

test('who watches hears that a change is mine, and nothing after it stops', () => {
  const circle = new CircleDocument();
  const heard: boolean[] = [];
  const stop = circle.observeUpdates((_update, isMine) => heard.push(isMine));
  circle.nameCircle('A');
  Y.applyUpdate(circle.doc, saved(new CircleDocument([saved(circle)])));
  circle.doc.getMap('meta').set('name', 'B');
  stop();
  circle.nameCircle('C');
  expect(heard).toEqual([true, false]);
});

test('compacting keeps what is there and forgets what was deleted', () => {
  const secret = 'The sentence nobody may find again';
  const circle = new CircleDocument();
  const updates: Uint8Array[] = [];
  circle.observeUpdates((update) => updates.push(update));
  circle.ask(record.question('ana', 0, 1, { id: 'q1', text: secret }));
  circle.learn({ session: 's1', member: 'ana', text: secret, at: 1, changedAt: null });
  circle.commit(record.commitment('c1', { firstStep: secret }));
  circle.changeQuestion('q1', { text: '', takenBack: true });
  circle.takeBackLearning('s1', 'ana');
  circle.takeBackCommitment('c1');
  const found = (bytes: Uint8Array): boolean => Buffer.from(bytes).includes(secret);
  expect(found(merged(updates))).toBe(true);
  expect(found(compacted(updates))).toBe(false);
  expect(contents(new CircleDocument([compacted(updates)]))).toEqual(contents(circle));
});

test('compacting keeps an update whose predecessors have not arrived yet', () => {
  const circle = new CircleDocument();
  const updates: Uint8Array[] = [];
  circle.observeUpdates((update) => updates.push(update));
  circle.nameCircle('First');
  circle.nameCircle('Second');
  const [first, second] = [updates[0]!, updates[1]!];
  const early = compacted([second]);
  expect(new CircleDocument([early, first]).name).toBe('Second');
});

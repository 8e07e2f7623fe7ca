import { expect, test } from 'vitest';
import type { CircleDocument } from '../../src/document/circle-document.ts';
import { commit, commitmentsIn } from '../../src/document/commitments.ts';
import { compacted } from '../../src/document/compact.ts';
import { fixNext } from '../../src/document/next-dates.ts';
import {
  answerChoice,
  choiceAnswersIn,
  choicesIn,
  decide,
  decisionsIn,
  put,
} from '../../src/document/choices.ts';
import { erase, erasuresIn, noteErasure } from '../../src/document/erasing.ts';
import { fade } from '../../src/document/fading.ts';
import { learn, learningsIn } from '../../src/document/learnings.ts';
import { join, membersIn } from '../../src/document/members.ts';
import { normsIn, propose } from '../../src/document/norms.ts';
import { ask } from '../../src/document/questions.ts';
import { safetyOf, writeSafety } from '../../src/document/safety.ts';
import { startSession } from '../../src/document/sessions.ts';
import { consentTo, endingOf, onTheTable } from '../../src/domain/choice.ts';
import { contents, linkedPeers } from '../support/linked-peers.ts';
import { holds, logOf } from '../support/raw-bytes.ts';
import * as record from '../support/records.ts';

const SENTENCE = 'I have never told Ágnes why I left';
const PROMISE = 'I call the two who said no';

/** Three devices of a circle that has met, each with all that its log has got. */
function three() {
  const net = linkedPeers(3);
  const logs = net.peers.map(logOf);
  const [ana, ben, chris] = net.peers as [CircleDocument, CircleDocument, CircleDocument];
  for (const [i, id] of ['ana', 'ben', 'chris'].entries()) {
    join(net.peers[i]!, record.member(id, { joinedAt: i }));
  }
  propose(ana, record.norm('n1', { text: 'We ask before we advise.' }));
  startSession(ana, record.session('s1'), [record.turn('t1')], []);
  ask(ben, record.question('ben', 0, 7, { id: 'q1', text: SENTENCE }));
  learn(ben, { session: 's1', member: 'ben', text: SENTENCE, at: 9, changedAt: null, kept: true });
  commit(ana, record.commitment('c1', { text: PROMISE }));
  net.deliverAll();
  return { net, logs, ana, ben, chris };
}

const table = (circle: CircleDocument) => ({
  choice: onTheTable(choicesIn(circle).all(), 's1'),
  consent: (here: readonly string[]) =>
    consentTo(
      onTheTable(choicesIn(circle).all(), 's1')?.id ?? '',
      choiceAnswersIn(circle).all(),
      here,
    ),
});

test('two choices put at once: one lies on every table, the other is not lost, and no yes goes to the wrong one', () => {
  const { net, ana, ben, chris } = three();
  put(ana, record.choice('xa', { way: 'on', sessions: 4, by: 'ana', at: 20 }));
  put(ben, record.choice('xb', { way: 'close', by: 'ben', at: 20 }));
  answerChoice(chris, record.says('xb', 'chris', 'yes'));
  net.deliverAll();
  for (const circle of [ana, ben, chris]) {
    expect(table(circle).choice?.id).toBe('xa');
    expect(choicesIn(circle).all()).toHaveLength(2);
    expect(table(circle).consent(['ana', 'ben', 'chris'])).toMatchObject({
      yes: ['ana'],
      open: ['ben', 'chris'],
      isGiven: false,
    });
  }
});

test('an objection is seen by everyone, is answered by a new choice, and the circle has the last word', () => {
  const { net, ana, ben, chris } = three();
  const here = ['ana', 'ben'];
  put(ana, record.choice('xa', { way: 'on', by: 'ana', at: 20 }));
  answerChoice(ben, record.says('xa', 'ben', 'objection', 'Not on Mondays'));
  net.deliverAll();
  expect(table(chris).consent(here).objections).toMatchObject([{ words: 'Not on Mondays' }]);

  put(ben, record.choice('xb', { way: 'change', words: 'Tuesdays', by: 'ben', at: 21 }));
  answerChoice(ana, record.says('xb', 'ana', 'yes'));
  net.deliverAll();
  expect(table(chris).consent(here).isGiven).toBe(true);

  // Chris is not here: nobody waits for them, and what the two decide is what Chris reads.
  decide(ana, record.decision('s1', { choice: 'xb', way: 'change', words: 'Tuesdays', at: 22 }));
  net.deliverAll();
  expect(decisionsIn(chris).all()).toMatchObject([{ way: 'change', words: 'Tuesdays' }]);
  expect(endingOf(decisionsIn(chris).all())).toBeNull();
});

test('two devices that decide apart end with the same decision', () => {
  const { net, ana, ben, chris } = three();
  decide(ana, record.decision('s1', { way: 'close', by: 'ana', at: 20 }));
  decide(ben, record.decision('s1', { way: 'on', by: 'ben', at: 21 }));
  net.deliverAll();
  const [first, ...others] = [ana, ben, chris].map((circle) => decisionsIn(circle).all());
  expect(first).toHaveLength(1);
  for (const other of others) expect(other).toEqual(first);
});

test('what was proposed and objected fades with the session; what was decided stays', () => {
  const { net, logs, ana } = three();
  put(ana, record.choice('xa', { words: SENTENCE, at: 20 }));
  answerChoice(ana, record.says('xa', 'ana', 'objection', SENTENCE));
  decide(ana, record.decision('s1', { way: 'on', sessions: 4, at: 22 }));
  net.deliverAll();
  fade(ana, { session: 's1', at: 30, by: null });
  net.deliverAll();
  expect(choicesIn(ana).all()).toEqual([]);
  expect(choiceAnswersIn(ana).all()).toEqual([]);
  expect(decisionsIn(ana).all()).toHaveLength(1);
  expect(holds(logs[1]!, SENTENCE)).toBe(true);
  // Ben keeps his learning, which has the same words.
  learn(net.peers[1]!, { session: 's1', member: 'ben', text: '.', at: 9, changedAt: null });
  net.deliverAll();
  expect(logs.map((log) => holds([compacted(log)], SENTENCE))).toEqual([false, false, false]);
});

test.each([
  ['norms', { norms: 1, commitments: 0 }],
  ['commitments', { norms: 1, commitments: 1 }],
  ['nothing', { norms: 0, commitments: 0 }],
] as const)(
  'erasing that keeps %s leaves that, who was there, and that it ended',
  (keeps, left) => {
    const { logs, ana, chris } = three();
    decide(ana, record.decision('s1', { keeps, at: 20 }));
    const next = { at: 9, zone: 'UTC', presenter: 'ana', host: null, backup: null };
    fixNext(ana, next, { id: 'd1', by: 'ana', fixedAt: 9 });
    writeSafety(ana, { emergency: '112', calls: SENTENCE }, { at: 3, by: 'ana' });
    ana.doc.getMap('fromLaterVersions').set('row', SENTENCE);
    noteErasure(ana, { member: 'ana', device: 'phone', at: 21 });
    expect(erase(ana, keeps)).toBe(true);
    expect(erase(ana, keeps)).toBe(false);

    expect(holds(logs[0]!, SENTENCE)).toBe(true);
    expect(holds([compacted(logs[0]!)], SENTENCE)).toBe(false);
    expect(holds([compacted(logs[0]!)], PROMISE)).toBe(left.commitments > 0);
    expect(normsIn(ana).all()).toHaveLength(left.norms);
    expect(commitmentsIn(ana).all()).toHaveLength(left.commitments);
    expect(membersIn(ana).all()).toHaveLength(3);
    expect(endingOf(decisionsIn(ana).all())).not.toBeNull();
    expect(safetyOf(ana).emergency).toBe('');
    // Not sent yet: what the others have is theirs to erase.
    expect(learningsIn(chris).all()).toHaveLength(1);
  },
);

test('a device that comes back months later loses what the circle has erased, and what it had added since', () => {
  const { net, logs, ana, ben, chris } = three();
  decide(ana, record.decision('s1', { at: 20 }));
  net.deliver(0);
  noteErasure(ana, { member: 'ana', device: 'phone', at: 21 });
  noteErasure(ben, { member: 'ben', device: 'laptop', at: 22 });
  for (const circle of [ana, ben]) erase(circle, 'norms');
  // Chris was away all the time.
  ask(chris, record.question('chris', 0, 50, { id: 'q9', text: `${SENTENCE}, still` }));
  net.deliverAll();
  expect(erase(ana, 'norms')).toBe(true);
  net.deliverAll();

  expect(erasuresIn(chris).all()).toHaveLength(2);
  for (const [i, circle] of [ana, ben, chris].entries()) {
    expect(contents(circle)).toEqual(contents(ana));
    expect(holds(logs[i]!, SENTENCE)).toBe(true);
    expect(holds([compacted(logs[i]!)], SENTENCE)).toBe(false);
  }
  expect(normsIn(chris).all()).toHaveLength(1);
});

test('two who write on the safety sheet at once lose nothing, and what an older version wrote is on it', () => {
  const { net, ana, ben, chris } = three();
  ana.write(() => ana.meta.set('safetySheet', 'Written long ago'));
  net.deliverAll();
  writeSafety(ana, { emergency: '112' }, { at: 3, by: 'ana' });
  writeSafety(ben, { calls: 'Ben calls Ana' }, { at: 4, by: 'ben' });
  net.deliverAll();
  expect(safetyOf(chris)).toMatchObject({
    emergency: '112',
    calls: 'Ben calls Ana',
    more: 'Written long ago',
  });
  expect(safetyOf(chris)).toEqual(safetyOf(ana));
});

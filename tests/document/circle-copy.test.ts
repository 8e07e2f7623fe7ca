import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aboutOf, foundCircle, nameCircle } from '../../src/document/about.ts';
import { markOf, readCopy, writeCopy, type CircleCopy } from '../../src/document/circle-copy.ts';
import { CircleDocument } from '../../src/document/circle-document.ts';
import { commit, commitmentsIn, takeBackCommitment } from '../../src/document/commitments.ts';
import { fade, fadeAgain } from '../../src/document/fading.ts';
import { learn, takeBackLearning } from '../../src/document/learnings.ts';
import { join, membersIn, rename } from '../../src/document/members.ts';
import { missingFrom, takeIn } from '../../src/document/missing.ts';
import { ask } from '../../src/document/questions.ts';
import { attend, sessionsIn, startSession } from '../../src/document/sessions.ts';
import { turnsIn } from '../../src/document/turns.ts';
import { contents } from '../support/linked-peers.ts';
import * as record from '../support/records.ts';

const CIRCLE = 'a circle';
const at = new Date(0);

/** A circle with one session that says what it is about. */
function circleWith(session: string, words = 'What matters most here?'): CircleDocument {
  const circle = new CircleDocument();
  foundCircle(circle, 'Tuesday circle', 'https://call.example/tuesday');
  join(circle, record.member('ana', { name: 'Ana' }));
  const turn = record.turn(`${session} turn`, { session, challenge: words });
  startSession(circle, record.session(session), [turn], []);
  attend(circle, record.came('ana', 5, session));
  ask(circle, record.question('ben', 0, 7, { id: `${session} q`, turn: turn.id, text: words }));
  learn(circle, { session, member: 'ben', text: words, at: 10, changedAt: null });
  commit(circle, record.commitment(`${session} c`, { session }));
  return circle;
}

function copyOf(circle: CircleDocument): CircleCopy {
  const reading = readCopy(writeCopy(circle, CIRCLE, at));
  if (reading.kind !== 'ok') throw new Error(reading.kind);
  return reading.copy;
}

function bringIn(circle: CircleDocument, copy: CircleCopy): Record<string, number> {
  const missing = missingFrom(circle, copy.circle);
  takeIn(circle, missing);
  return Object.fromEntries(missing.counts);
}

test('a copy is JSON with a name and a version, and neither names the room nor lets anyone in', () => {
  const text = writeCopy(circleWith('s1'), CIRCLE, at);
  expect(JSON.parse(text)).toMatchObject({ format: 'askwell-circle-copy', version: 1 });
  expect(text).toContain('What matters most here?');
  expect(text).not.toContain(CIRCLE);
  expect(copyOf(circleWith('s1')).mark).toBe(markOf(CIRCLE));
  expect(markOf('another')).not.toBe(markOf(CIRCLE));
});

test('a copy brought into an empty circle is that circle', () => {
  const circle = circleWith('s1');
  const empty = new CircleDocument();
  bringIn(empty, copyOf(circle));
  expect(contents(empty)).toEqual(contents(circle));
  expect(writeCopy(empty, CIRCLE, at)).toBe(writeCopy(circle, CIRCLE, at));
});

test('a copy brings the sessions that are missing, and says how many', () => {
  const here = circleWith('s1');
  const counts = bringIn(here, copyOf(circleWith('s2')));
  expect(counts).toMatchObject({ sessions: 1, questions: 1, commitments: 1 });
  expect(counts).not.toHaveProperty('members');
  expect(
    sessionsIn(here)
      .all()
      .map(({ id }) => id),
  ).toEqual(['s1', 's2']);
});

test('what is here stays as it is, however the copy has it', () => {
  const here = circleWith('s1', 'As it was said');
  nameCircle(here, 'Wednesday circle');
  rename(here, 'ana', 'Ana B.');
  const before = contents(here);
  expect(bringIn(here, copyOf(circleWith('s1', 'As it never was')))).toEqual({});
  expect(contents(here)).toEqual(before);
});

test('what was taken back does not come again', () => {
  const here = circleWith('s1');
  const copy = copyOf(here);
  takeBackCommitment(here, 's1 c');
  takeBackLearning(here, 's1', 'ben');
  const later = new CircleDocument([here.bytes()]);
  expect(bringIn(later, copy)).toEqual({});
});

test('words of a session that has faded are not brought back, and who was there is', () => {
  const words = 'The sentence nobody may find again';
  const copy = copyOf(circleWith('s1', words));
  const here = new CircleDocument();
  fade(here, { session: 's1', at: 20, by: null });
  bringIn(here, copy);
  expect(turnsIn(here).all()).toMatchObject([{ presenter: 'ana', challenge: '' }]);
  expect(commitmentsIn(here).all()).toHaveLength(1);
  expect(Buffer.from(here.bytes()).includes(words)).toBe(false);
});

test('a copy from after the fading deletes nothing here', () => {
  const here = circleWith('s1');
  const faded = new CircleDocument([here.bytes()]);
  fade(faded, { session: 's1', at: 20, by: null });
  const before = contents(here);
  bringIn(here, copyOf(faded));
  expect(contents(here)).toEqual(before);
});

test.each([
  ['{}', 'other'],
  ['', 'other'],
  ['[1, 2]', 'other'],
  ['{"format":"askwell-circle-copy","version":1,"circle":"a","records":{"sessi', 'cut'],
  ['{"format":"askwell-circle-copy","version":1}', 'cut'],
  ['{"format":"askwell-circle-copy","version":2,"circle":"a"}', 'newer'],
])('a file of %s is told as what it is', (text, kind) => {
  expect(readCopy(text).kind).toBe(kind);
});

test('rows that are no records are left out and counted', () => {
  const file = {
    format: 'askwell-circle-copy',
    version: 1,
    circle: 'a',
    about: { name: 7, next: 'soon' },
    records: { members: [record.member('ana'), { id: 'ben' }, null], sessions: 7, spells: [1] },
  };
  const reading = readCopy(JSON.stringify(file));
  expect(reading).toMatchObject({ kind: 'ok', copy: { unreadable: 2 } });
  const here = new CircleDocument();
  if (reading.kind === 'ok') bringIn(here, reading.copy);
  expect([aboutOf(here).name, membersIn(here).all().length]).toEqual(['', 1]);
});

const step = fc.oneof(
  fc.record({ act: fc.constant('join' as const), id: fc.constantFrom('ana', 'ben', 'cem') }),
  fc.record({ act: fc.constant('commit' as const), id: fc.constantFrom('c1', 'c2', 'c3') }),
  fc.record({ act: fc.constant('back' as const), id: fc.constantFrom('c1', 'c2', 'c3') }),
  fc.record({ act: fc.constant('meet' as const), id: fc.constantFrom('s1', 's2') }),
  fc.record({ act: fc.constant('learn' as const), id: fc.constantFrom('s1', 's2') }),
  fc.record({ act: fc.constant('fade' as const), id: fc.constantFrom('s1', 's2') }),
);

function lived(steps: readonly { act: string; id: string }[]): CircleDocument {
  const circle = new CircleDocument();
  for (const [i, { act, id }] of steps.entries()) {
    if (act === 'join') join(circle, record.member(id, { name: `${id} ${i}` }));
    if (act === 'commit') commit(circle, record.commitment(id, { text: `Text ${i}` }));
    if (act === 'back') takeBackCommitment(circle, id);
    if (act === 'meet') {
      startSession(circle, record.session(id), [record.turn(`t ${id}`, { session: id })], []);
    }
    if (act === 'learn') {
      learn(circle, { session: id, member: 'ana', text: `Text ${i}`, at: i, changedAt: null });
    }
    if (act === 'fade') fade(circle, { session: id, at: i, by: null });
  }
  fadeAgain(circle);
  return circle;
}

const life = fc.array(step, { maxLength: 14 });

test('whatever happened: export then import is the identity of records', () => {
  fc.assert(
    fc.property(life, (steps) => {
      const circle = lived(steps);
      const empty = new CircleDocument();
      bringIn(empty, copyOf(circle));
      expect(contents(empty)).toEqual(contents(circle));
    }),
    { numRuns: 25 },
  );
});

test('whatever happened: import changes and deletes nothing, and twice is once', () => {
  fc.assert(
    fc.property(life, life, (mine, theirs) => {
      const here = lived(mine);
      const copy = copyOf(lived(theirs));
      const before = contents(here);
      bringIn(here, copy);
      const once = contents(here);
      for (const [table, rows] of Object.entries(before)) {
        if (Array.isArray(rows)) expect(once[table]).toEqual(expect.arrayContaining(rows));
      }
      expect(bringIn(here, copy)).toEqual({});
      expect(contents(here)).toEqual(once);
    }),
    { numRuns: 25 },
  );
});

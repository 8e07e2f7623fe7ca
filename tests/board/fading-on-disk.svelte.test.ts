import { afterEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import type { OpenCircle } from '../../src/board/open-circle.ts';
import { openCircle } from '../../src/board/open-from-disk.ts';
import { SessionBoard } from '../../src/board/session-board.svelte.ts';
import { SessionNotes } from '../../src/board/session-notes.svelte.ts';
import { fade } from '../../src/document/fading.ts';
import { ask, changeQuestion } from '../../src/document/questions.ts';
import { closeSession, reveal, startSession } from '../../src/document/sessions.ts';
import { setTurn } from '../../src/document/turns.ts';
import type { Database } from '../../src/storage/database.ts';
import { leaveLastWords } from '../../src/storage/last-words.ts';
import { linkTo } from '../support/fake-link.ts';
import { freshDatabase } from '../support/database.ts';
import { holds } from '../support/raw-bytes.ts';
import * as record from '../support/records.ts';
import { remembered } from '../support/remembered.ts';

const SENTENCE = 'I have never told Ágnes why I left';
const offline = new TypeError('Failed to fetch');
const open: OpenCircle[] = [];
afterEach(async () => {
  for (const circle of open.splice(0)) await circle.close();
});

/** A member's device with a disk of its own. */
async function device(member: string, database = freshDatabase()) {
  const known = remembered('one', { member });
  await database.circles.put(known);
  const circle = await openCircle(
    known,
    { room: 'room', signalling: 'signalling', codes: 'codes', relay: 'relay' },
    {
      database,
      connect: () => Promise.resolve(linkTo([])),
      config: () => Promise.reject(offline),
      mayContact: () => true,
    },
  );
  open.push(circle);
  return { circle, database, board: circle.board, doc: circle.board.document.doc };
}
type Device = Awaited<ReturnType<typeof device>>;

/** Two devices tell each other what they lack. */
function meet(one: Device, other: Device): void {
  const updates = [one, other].map(({ doc }) => Y.encodeStateAsUpdate(doc));
  Y.applyUpdate(other.doc, updates[0]!, 'link');
  Y.applyUpdate(one.doc, updates[1]!, 'link');
}

/** All that a device keeps, as bytes. */
async function kept(database: Database): Promise<Uint8Array[]> {
  const rows = await database.updates.toArray();
  const rest = [await database.notes.toArray(), { ...localStorage }];
  return [...rows.map(({ bytes }) => bytes), Buffer.from(JSON.stringify(rest))];
}
const knows = async ({ database }: Device): Promise<boolean> =>
  holds(await kept(database), SENTENCE);

const expectGone = (who: Device): Promise<void> =>
  vi.waitFor(async () => expect(await knows(who)).toBe(false), { timeout: 5000 });

/** Ana and Ben have met, and both have the sentence on the disk. */
async function met(): Promise<[Device, Device]> {
  const [ana, ben] = [await device('ana'), await device('ben')];
  const { board } = ana;
  for (const { board } of [ana, ben]) board.takeSeatAgain(board.writer.me);
  startSession(board.document, record.session('s1'), [record.turn('t1')], []);
  ask(board.document, record.question('ben', 0, 1, { id: 'q1', text: SENTENCE }));
  changeQuestion(board.document, 'q1', { text: 'What now?' });
  setTurn(board.document, 't1', { challenge: SENTENCE });
  closeSession(board.document, 's1', record.session('s1').clock, board.writer.now());
  meet(ana, ben);
  for (const who of [ana, ben]) {
    await who.circle.onDisk();
    expect(await knows(who)).toBe(true);
  }
  return [ana, ben];
}

test('after "delete now" the sentence is in no row and no note of any device, also of one that was away', async () => {
  const [ana, ben] = await met();
  const chris = await device('chris');
  meet(ana, chris);
  await chris.circle.onDisk();
  await chris.circle.close();
  ben.board.mine.write('parked', 's1', SENTENCE);
  ben.board.mine.flush();
  await ben.board.mine.written();

  new SessionNotes(ana.board, 's1').deleteNow();
  await expectGone(ana);
  meet(ana, ben);
  await expectGone(ben);

  const returned = await device('chris', chris.database);
  expect(await knows(returned)).toBe(true);
  changeQuestion(returned.board.document, 'q1', { text: SENTENCE });
  meet(returned, ben);
  meet(ben, ana);
  for (const who of [returned, ben, ana]) await expectGone(who);
  expect(ana.board.past).toHaveLength(1);
});

test('a page that goes between the deletion and the folding leaves it, and last words too, to the next one', async () => {
  const [ana] = await met();
  fade(ana.board.document, { session: 's1', at: 20, by: 'ana' });
  await ana.circle.close();
  expect(await knows(ana)).toBe(true);
  leaveLastWords('circle-one', [
    { kind: 'listening', about: 't1', text: SENTENCE, changedAt: Date.now() },
  ]);
  const again = await device('ana', ana.database);
  await expectGone(again);
});

test('a learning that waited for the reveal is not sent into a session that has faded', async () => {
  const [ana, ben] = await met();
  ben.board.mine.write('learning', 's1', SENTENCE);
  reveal(ana.board.document, 's1', 9);
  fade(ana.board.document, { session: 's1', at: 20, by: 'ana' });
  meet(ana, ben);
  await expectGone(ben);
  expect(new SessionBoard(ben.board, record.session('s1')).learn.draft).toBe('');
  expect(holds([Y.encodeStateAsUpdate(ben.doc)], SENTENCE)).toBe(false);
});

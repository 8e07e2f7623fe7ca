import { afterEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { EndingBoard } from '../../src/board/ending-board.svelte.ts';
import { eraseHere } from '../../src/board/erase-here.ts';
import type { OpenCircle } from '../../src/board/open-circle.ts';
import { openCircle } from '../../src/board/open-from-disk.ts';
import { decide } from '../../src/document/choices.ts';
import { commit } from '../../src/document/commitments.ts';
import { normsIn, propose } from '../../src/document/norms.ts';
import { ask } from '../../src/document/questions.ts';
import { closeSession, startSession } from '../../src/document/sessions.ts';
import type { Keeping } from '../../src/domain/choice.ts';
import type { Database } from '../../src/storage/database.ts';
import { RememberedCircles } from '../../src/storage/remembered-circles.ts';
import { freshDatabase } from '../support/database.ts';
import { linkTo } from '../support/fake-link.ts';
import { holds } from '../support/raw-bytes.ts';
import * as record from '../support/records.ts';
import { remembered } from '../support/remembered.ts';

const SENTENCE = 'I have never told Ágnes why I left';
const PROMISE = 'I call the two who said no';
const OWN = 'I tell my sister, and nobody here';
const NORM = 'We ask before we advise.';
const open: OpenCircle[] = [];
afterEach(async () => {
  vi.useRealTimers();
  for (const circle of open.splice(0)) await circle.close();
});

/** A member's device with a disk of its own, and how often it has looked for the others. */
async function device(member: string, database = freshDatabase(), others: readonly string[] = []) {
  const circles = new RememberedCircles(database);
  const fresh = remembered('one', { member, device: `device of ${member}` });
  const known = (await circles.find('one')) ?? fresh;
  await circles.remember(known);
  const looks: string[] = [];
  const circle = await openCircle(
    known,
    { room: 'room', signalling: 'signalling', codes: 'codes', relay: 'relay' },
    {
      database,
      connect: () => {
        looks.push(member);
        return Promise.resolve(linkTo(others));
      },
      config: () =>
        Promise.resolve({
          rendezvous: [],
          iceServers: [],
          hasTurn: false,
          contacts: [],
          foreignHosts: [],
          faults: [],
        }),
      mayContact: () => true,
    },
  );
  open.push(circle);
  return { circle, database, looks, board: circle.board, doc: circle.board.document.doc };
}
type Device = Awaited<ReturnType<typeof device>>;

function meet(one: Device, other: Device): void {
  const updates = [one, other].map(({ doc }) => Y.encodeStateAsUpdate(doc));
  Y.applyUpdate(other.doc, updates[0]!, 'link');
  Y.applyUpdate(one.doc, updates[1]!, 'link');
}

/** All that a device keeps, as bytes. */
async function kept(database: Database): Promise<Uint8Array[]> {
  const rows = await database.updates.toArray();
  const rest = [
    await database.notes.toArray(),
    await database.circles.toArray(),
    { ...localStorage },
  ];
  return [...rows.map(({ bytes }) => bytes), Buffer.from(JSON.stringify(rest))];
}
const knows = async ({ database }: Device, text: string): Promise<boolean> =>
  holds(await kept(database), text);
const expectGone = (who: Device, text: string): Promise<void> =>
  vi.waitFor(async () => expect(await knows(who, text)).toBe(false), { timeout: 5000 });

/** Ana and Ben have met, and have decided to end; both have all of it on the disk. */
async function ended(keeps: Keeping) {
  const [ana, ben] = [await device('ana', undefined, ['ben']), await device('ben')];
  const { board } = ana;
  for (const { board } of [ana, ben]) board.takeSeatAgain(board.writer.me);
  startSession(board.document, record.session('s1'), [record.turn('t1')], []);
  ask(board.document, record.question('ben', 0, 1, { id: 'q1', text: SENTENCE }));
  commit(board.document, record.commitment('c1', { text: PROMISE }));
  propose(board.document, record.norm('n1', { text: NORM }));
  closeSession(board.document, 's1', record.session('s1').clock, board.writer.now());
  decide(board.document, record.decision('s1', { keeps, at: board.writer.now() }));
  meet(ana, ben);
  for (const who of [ana, ben]) {
    who.board.mine.write('listening', 't1', `${SENTENCE}, I think`);
    who.board.mine.flush();
    await who.circle.onDisk();
    await who.board.mine.written();
    expect(await knows(who, SENTENCE)).toBe(true);
  }
  const ending = new EndingBoard(board).ending!;
  return { ana, ben, ending };
}

test.each([
  ['norms', { norm: true, promise: false }],
  ['commitments', { norm: true, promise: true }],
  ['nothing', { norm: false, promise: false }],
] as const)(
  'erased here, keeping %s: the bytes are gone from this disk, and from nobody else’s',
  async (keeps, left) => {
    const { ana, ben, ending } = await ended(keeps);
    ana.board.mine.write('commitment', 'c2', OWN);
    ana.board.mine.flush();
    await ana.board.mine.written();
    await eraseHere(ana.circle, ending, 0);

    expect(await knows(ana, OWN)).toBe(left.promise);
    for (const [text, stays] of [
      [SENTENCE, false],
      [PROMISE, left.promise],
      [NORM, left.norm],
    ] as const) {
      expect(await knows(ana, text)).toBe(stays);
      expect(await knows(ben, text)).toBe(true);
    }
    const row = await new RememberedCircles(ana.database).find('one');
    if (keeps === 'nothing') expect(row).toBeUndefined();
    else expect(row?.apartUntil).toBeGreaterThan(Date.now());
  },
);

test('the mark reaches the others, and the deletions do not, also when the page is opened again', async () => {
  const { ana, ben, ending } = await ended('norms');
  await ana.circle.connection.connect();
  const sent: Uint8Array[] = [];
  const { doc } = ana;
  const send = (update: Uint8Array): void => void sent.push(update);
  doc.on('update', send);
  const leave = ana.circle.connection.leaveRoom.bind(ana.circle.connection);
  vi.spyOn(ana.circle.connection, 'leaveRoom').mockImplementation(() => {
    doc.off('update', send);
    return leave();
  });
  // Longer than it takes until what is to be deleted is looked at.
  await eraseHere(ana.circle, ending, 400);
  expect(await knows(ana, SENTENCE)).toBe(false);
  for (const update of sent) Y.applyUpdate(ben.doc, update, 'link');
  expect(ben.doc.getMap('questions').size).toBe(1);
  const there = new EndingBoard(ben.board);
  expect(there.erased).toEqual(['ana']);
  expect(there.notYet).toEqual(['ben']);
  expect(await knows(ben, SENTENCE)).toBe(true);

  await ana.circle.close();
  const again = await device('ana', ana.database);
  await again.circle.connection.connect();
  expect(again.looks).toEqual([]);
  expect(new EndingBoard(again.board).isErasedHere).toBe(true);
  expect(await knows(again, SENTENCE)).toBe(false);
});

test('weeks later it meets the others again: who comes back late loses what was erased, on the disk too', async () => {
  const { ana, ben, ending } = await ended('norms');
  const chris = await device('chris');
  meet(ben, chris);
  await chris.circle.onDisk();
  await chris.circle.close();
  await eraseHere(ana.circle, ending, 0);
  await ana.circle.close();

  vi.useFakeTimers({ now: Date.now() + 100 * 86_400_000, toFake: ['Date'] });
  const again = await device('ana', ana.database);
  await again.circle.connection.connect();
  expect(again.looks).toEqual(['ana']);
  const late = await device('chris', chris.database);
  expect(await knows(late, SENTENCE)).toBe(true);
  ask(late.board.document, record.question('chris', 0, 9, { id: 'q9', text: `${SENTENCE} now` }));
  meet(again, late);
  await vi.waitFor(() => expect(again.doc.getMap('questions').size).toBe(0));
  meet(again, late);
  for (const who of [again, late]) await expectGone(who, SENTENCE);
  expect(normsIn(late.board.document).all()).toHaveLength(1);
  expect(new EndingBoard(late.board).isErasedHere).toBe(false);
});

test('a page that went half-way through erases the rest when it is opened', async () => {
  const { ana, ending } = await ended('norms');
  ana.board.mine.forget(() => true);
  await ana.circle.keepApart(Date.now() + 1000);
  const { board } = ana;
  const { noteErasure } = await import('../../src/document/erasing.ts');
  board.save([], () =>
    noteErasure(board.document, {
      member: 'ana',
      device: board.writer.device,
      at: ending.at,
    }),
  );
  await ana.circle.close();
  const again = await device('ana', ana.database);
  await expectGone(again, SENTENCE);
});

test('the circle may go on after all until somebody has erased', async () => {
  const { ana, ben, ending } = await ended('norms');
  const there = new EndingBoard(ben.board);
  there.goOn();
  meet(ana, ben);
  expect(new EndingBoard(ana.board).ending).toBeNull();
  decide(ana.board.document, { ...ending, at: Date.now() + 9 });
  meet(ana, ben);
  await eraseHere(ana.circle, new EndingBoard(ana.board).ending!, 0);
  const mine = new EndingBoard(ana.board);
  mine.goOn();
  expect(mine.ending).not.toBeNull();
});

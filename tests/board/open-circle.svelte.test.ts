import { afterEach, describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import type { OpenCircle } from '../../src/board/open-circle.ts';
import { openCircle } from '../../src/board/open-from-disk.ts';
import { SessionBoard } from '../../src/board/session-board.svelte.ts';
import type { Surroundings } from '../../src/board/surroundings.ts';
import { CircleDocument } from '../../src/document/circle-document.ts';
import { learningsIn } from '../../src/document/learnings.ts';
import { join } from '../../src/document/members.ts';
import { closeSession, reveal, setSteward, startSession } from '../../src/document/sessions.ts';
import { dayNumber } from '../../src/domain/fade-day.ts';
import { RememberedCircles } from '../../src/storage/remembered-circles.ts';
import type { Link } from '../../src/sync/link.ts';
import { linkTo } from '../support/fake-link.ts';
import { freshDatabase } from '../support/database.ts';
import { member, session } from '../support/records.ts';
import { remembered } from '../support/remembered.ts';

const keys = { room: 'room', signalling: 'signalling', codes: 'codes', relay: 'relay' };
const offline = new TypeError('Failed to fetch');
const open: OpenCircle[] = [];
afterEach(async () => {
  for (const circle of open.splice(0)) await circle.close();
});

/** A device with a seat in a circle of its own disk. */
async function device(database = freshDatabase(), more: Partial<Surroundings> = {}, doc?: Y.Doc) {
  const circles = new RememberedCircles(database);
  const known = (await circles.find('one')) ?? remembered('one');
  await circles.remember(known);
  const surroundings: Surroundings = {
    database,
    connect: () => Promise.resolve(linkTo([])),
    config: () => Promise.reject(offline),
    mayContact: () => true,
    ...more,
  };
  const circle = await openCircle(known, keys, surroundings, doc);
  open.push(circle);
  const { board } = circle;
  return { database, circle, board };
}
type Device = Awaited<ReturnType<typeof device>>;

const learnOf = ({ board }: Device) => new SessionBoard(board, session('s1')).learn;
const textsOf = ({ board }: Device): string[] =>
  learningsIn(board.document)
    .all()
    .map(({ text }) => text);
const begin = ({ board }: Device): void => startSession(board.document, session('s1'), [], []);
const openLearnings = ({ board }: Device): void => reveal(board.document, 's1', 5);

test('a circle that is closed and opened again is as it was left', async () => {
  const first = await device();
  first.board.takeSeatAgain('Ana');
  first.board.nameCircle('Wednesday circle');
  first.board.mine.write('parked', 's1', 'Advice');
  await first.circle.close();
  const again = await device(first.database);
  expect(again.board.name).toBe('Wednesday circle');
  expect(again.board.seats.map(({ member }) => member.name)).toEqual(['Ana']);
  expect(again.board.mine.lines('parked', 's1')).toEqual(['Advice']);
});

test('what the first page tells of a circle is not lost where it is closed at once', async () => {
  const { database, board, circle } = await device();
  board.nameCircle('Wednesday circle');
  await circle.close();
  const kept = () => new RememberedCircles(database).find('one');
  await vi.waitFor(async () => expect(await kept()).toMatchObject({ name: 'Wednesday circle' }));
});

test('what another tab told before the disk was read is kept with what the disk had', async () => {
  const first = await device();
  first.board.nameCircle('Wednesday circle');
  await first.circle.close();
  const tab = new CircleDocument();
  join(tab, member('ben', { name: 'Ben' }));
  const heard = new Y.Doc();
  Y.applyUpdate(heard, Y.encodeStateAsUpdate(tab.doc));
  const second = await device(first.database, {}, heard);
  expect(second.board.name).toBe('Wednesday circle');
  await second.circle.close();
  const third = await device(first.database);
  expect(third.board.name).toBe('Wednesday circle');
  expect(third.board.seats.map(({ member: { name } }) => name)).toEqual(['Ben']);
});

test('a circle removed from this device leaves nothing on its disk', async () => {
  const { database, circle, board } = await device();
  board.nameCircle('Tuesday circle');
  board.mine.write('parked', 's1', 'Advice');
  await circle.forget();
  for (const table of [database.updates, database.notes, database.circles]) {
    expect(await table.count()).toBe(0);
  }
});

test('a circle can be removed while the disk refuses every write', async () => {
  const { database, circle, board } = await device();
  const quota = new DOMException('The disk is full', 'QuotaExceededError');
  vi.spyOn(database.updates, 'add').mockRejectedValue(quota);
  vi.spyOn(database.notes, 'put').mockRejectedValue(quota);
  board.nameCircle('Tuesday circle');
  board.mine.write('parked', 's1', 'Advice');
  await circle.forget();
  expect(await database.circles.count()).toBe(0);
});

describe('what I learned', () => {
  test('stays with me until the reveal, and is then sent by itself', async () => {
    const ana = await device();
    begin(ana);
    learnOf(ana).write('I hurry');
    expect(textsOf(ana)).toEqual([]);
    openLearnings(ana);
    await vi.waitFor(() => expect(textsOf(ana)).toEqual(['I hurry']));
    expect(learnOf(ana).draft).toBe('');
  });

  test('is sent by a device that was away at the reveal, when it comes back, also after the close', async () => {
    const ana = await device();
    begin(ana);
    learnOf(ana).write('I hurry');
    await ana.circle.close();
    const away = await device(ana.database);
    closeSession(away.board.document, 's1', session('s1').clock, 9);
    openLearnings(away);
    await vi.waitFor(() => expect(textsOf(away)).toEqual(['I hurry']));
  });

  test('is not sent while I write it after the reveal: I show it when it is ready', async () => {
    const ana = await device();
    begin(ana);
    openLearnings(ana);
    await vi.waitFor(() => expect(learnOf(ana).keepsToSelf).toBe(true));
    ana.board.mine.write('learning', 's1', 'I h');
    setSteward(ana.board.document, 's1', 'ben');
    learnOf(ana).publishIfOpened();
    expect(textsOf(ana)).toEqual([]);
    ana.board.mine.write('learning', 's1', 'I hurry');
    learnOf(ana).publish();
    expect(textsOf(ana)).toEqual(['I hurry']);
  });

  test('comes back to me when I take it back, and is not sent again by itself', async () => {
    const ana = await device();
    begin(ana);
    learnOf(ana).write('I hurry');
    openLearnings(ana);
    await vi.waitFor(() => expect(textsOf(ana)).toEqual(['I hurry']));
    learnOf(ana).takeBack();
    expect(textsOf(ana)).toEqual([]);
    await ana.circle.close();
    const again = await device(ana.database);
    expect(textsOf(again)).toEqual([]);
    expect(learnOf(again).draft).toBe('I hurry');
  });

  test('that is too long stays with me', async () => {
    const ana = await device();
    begin(ana);
    learnOf(ana).write('a'.repeat(2001));
    openLearnings(ana);
    await vi.waitFor(() => expect(learnOf(ana).keepsToSelf).toBe(true));
    expect(textsOf(ana)).toEqual([]);
    expect(learnOf(ana).draft).toHaveLength(2001);
  });

  test('is not lost when the disk refuses it and the page is gone before the next try', async () => {
    const ana = await device();
    begin(ana);
    learnOf(ana).write('I hurry');
    ana.board.mine.flush();
    await ana.board.journal.flush();
    vi.spyOn(ana.database.updates, 'add').mockRejectedValue(
      new DOMException('', 'QuotaExceededError'),
    );
    openLearnings(ana);
    await vi.waitFor(() => expect(textsOf(ana)).toEqual(['I hurry']));
    await ana.circle.close();
    vi.restoreAllMocks();
    const again = await device(ana.database);
    expect(learnOf(again).draft).toBe('I hurry');
  });
});

describe('the link', () => {
  const config = () =>
    Promise.resolve({
      rendezvous: [],
      iceServers: [],
      hasTurn: false,
      contacts: [{ host: 'relay.example', kind: 'nostr' as const, owner: null }],
      foreignHosts: ['relay.example'],
      faults: [],
    });

  test('is opened by a second try where the first found no network', async () => {
    const calls: string[] = [];
    let reachable = false;
    const { circle, board } = await device(undefined, {
      config: () => (reachable ? config() : Promise.reject(offline)),
      connect: () => Promise.resolve(linkTo(['ben'], calls)),
    });
    await circle.connection.connect();
    expect([board.link.trouble, board.link.peers.length]).toEqual(['failed', 0]);
    reachable = true;
    window.dispatchEvent(new Event('online'));
    await vi.waitFor(() => expect(board.link.peers).toHaveLength(1));
    expect(board.link.trouble).toBeNull();
    board.link.retry();
    expect(calls).toContain('retry');
  });

  test('is not opened before I have agreed to whom it contacts', async () => {
    const connect = vi.fn(() => Promise.resolve(linkTo([])));
    const { circle, board } = await device(undefined, { config, connect, mayContact: () => false });
    await circle.connection.connect();
    expect(connect).not.toHaveBeenCalled();
    expect(board.link.asksFor).toEqual(['relay.example']);
    expect(board.link.contacts).toMatchObject([{ host: 'relay.example', kind: 'nostr' }]);
  });

  test('is opened once, however often one asks', async () => {
    const connect = vi.fn(() => Promise.resolve(linkTo([])));
    const { circle } = await device(undefined, { config, connect });
    await Promise.all([circle.connection.connect(), circle.connection.connect()]);
    expect(connect).toHaveBeenCalledOnce();
  });

  test('that opens after the circle was left is closed again', async () => {
    const calls: string[] = [];
    const late = Promise.withResolvers<Link>();
    const { circle } = await device(undefined, { config, connect: () => late.promise });
    const connecting = circle.connection.connect();
    await circle.close();
    late.resolve(linkTo([], calls));
    await connecting;
    expect(calls).toEqual(['close']);
  });

  test('says which page this is, and that nobody looks at it', async () => {
    const calls: string[] = [];
    const { circle } = await device(undefined, {
      config,
      connect: () => Promise.resolve(linkTo([], calls)),
    });
    await circle.connection.connect();
    const hidden = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    document.dispatchEvent(new Event('visibilitychange'));
    hidden.mockRestore();
    const day = dayNumber(Date.now());
    const said = calls.map((call) => JSON.parse(call.replace('say ', '')) as object);
    expect(said).toEqual([
      { member: 'ana', device: 'device-one', session: null, away: false, day },
      { member: 'ana', device: 'device-one', session: null, away: true, day },
    ]);
  });
});

test('where the browser keeps nothing the circle works all the same', async () => {
  const { board, circle } = await device(undefined, { database: null });
  board.takeSeatAgain('Ana');
  board.mine.write('parked', 's1', 'Advice');
  expect([board.journal.disk, board.seats.length]).toEqual(['none', 1]);
  expect(board.mine.lines('parked', 's1')).toEqual(['Advice']);
  await circle.forget();
});

describe('two tabs of a browser', () => {
  test('are one seat: one that has none takes nothing away from the other', async () => {
    const database = freshDatabase();
    const circles = new RememberedCircles(database);
    await circles.remember(remembered('one', { member: null }));
    const first = await device(database);
    const second = await device(database);
    first.circle.joinAs('Ana');
    // What the first wrote comes to the second between tabs.
    Y.applyUpdate(second.board.document.doc, Y.encodeStateAsUpdate(first.board.document.doc));
    expect(second.circle.isSeated).toBe(true);
    expect(second.board.writer.me).toBe(first.board.writer.me);
    second.circle.joinAs('Ana again');
    expect(second.board.members).toHaveLength(1);

    await first.circle.close();
    await second.circle.close();
    expect((await circles.find('one'))?.member).toBe(first.board.writer.me);
  });

  test('that open a link at the same moment find one row', async () => {
    const circles = new RememberedCircles(freshDatabase());
    const rows = await Promise.all([
      circles.findOrRemember(remembered('one')),
      circles.findOrRemember({ ...remembered('two'), circle: remembered('one').circle }),
    ]);
    expect(rows[0].id).toBe(rows[1].id);
    expect(await circles.all()).toHaveLength(1);
  });

  test('lose a circle together when one removes it from the device', async () => {
    const database = freshDatabase();
    const first = await device(database);
    const second = await device(database);
    const heard = new Promise<void>((resolve) => {
      second.circle.onForgotten = resolve;
    });
    await first.circle.forget();
    await heard;
  });
});

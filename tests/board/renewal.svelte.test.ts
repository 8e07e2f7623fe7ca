import { afterEach, describe, expect, test, vi } from 'vitest';
import type { OpenCircle } from '../../src/board/open-circle.ts';
import { openCircle } from '../../src/board/open-from-disk.ts';
import { readNewLink } from '../../src/board/renewal/new-link.ts';
import type { Confirmed } from '../../src/board/renewal/renewing.ts';
import { leave } from '../../src/document/members.ts';
import { movesIn } from '../../src/document/moves.ts';
import type { Move } from '../../src/domain/move.ts';
import type { Database } from '../../src/storage/database.ts';
import { RememberedCircles } from '../../src/storage/remembered-circles.ts';
import { formatInvitation, newInvitation, readInvitation } from '../../src/sync/invitation.ts';
import { deriveKeys } from '../../src/sync/link-keys.ts';
import { freshDatabase } from '../support/database.ts';
import { FakeRooms } from '../support/fake-rooms.ts';
import { remembered } from '../support/remembered.ts';

const SETTLE = 10;
/** Long enough for two renewals to hear of each other on a busy machine. */
const AT_ONCE = 150;
const soon = <Result>(look: () => Result | Promise<Result>) => vi.waitFor(look, { interval: 4 });
const open: OpenCircle[] = [];
afterEach(async () => {
  for (const circle of open.splice(0)) await circle.close();
  localStorage.clear();
});

interface Device {
  readonly name: string;
  readonly database: Database;
  readonly circle: OpenCircle;
  /** All that has reached this device from others. */
  readonly seen: string[];
}

/** The devices of one circle, each with a disk and a link of its own. */
class Circle {
  readonly rooms = new FakeRooms();
  readonly invitation = formatInvitation(newInvitation());

  async device(
    name: string,
    database = freshDatabase(),
    invitation = this.invitation,
    fields: Parameters<typeof remembered>[1] = {},
  ): Promise<Device> {
    const reading = readInvitation(invitation);
    if (reading.kind !== 'ok') throw new Error(reading.kind);
    const keys = await deriveKeys(reading.invitation);
    const circles = new RememberedCircles(database);
    const row = (await circles.all()).find(({ circle }) => circle === keys.circle);
    const known =
      row ?? remembered(name, { circle: keys.circle, invitation, member: null, ...fields });
    await circles.remember(known);
    const seen: string[] = [];
    const circle = await openCircle(known, keys, {
      database,
      connect: this.rooms.connect(name, seen),
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
      settle: this.settle,
    });
    open.push(circle);
    await circle.connection.connect();
    return { name, database, circle, seen };
  }

  constructor(readonly settle = SETTLE) {}

  async members(...names: string[]): Promise<Device[]> {
    const devices: Device[] = [];
    for (const name of names) {
      const device = await this.device(name);
      device.circle.joinAs(name);
      devices.push(device);
    }
    devices[0]?.circle.board.nameCircle('Tuesday circle');
    return devices;
  }
}

const idOf = ({ circle }: Device) => circle.board.writer.me;
const namesOf = ({ circle }: Device) => circle.board.seats.map(({ member }) => member.name).sort();
const linkOf = ({ circle }: Device) => circle.remembered.invitation;
const whisper = /"invitation":"([\w-]+)"/;
const secretsHeardBy = ({ seen }: Device) =>
  seen.flatMap((words) => whisper.exec(words)?.[1] ?? []);

/** The pages that a person has ticked, as the dialog hands them over. */
function ticked(by: Device, ...others: Device[]): Confirmed[] {
  return others.map((other) => {
    const peer = by.circle.board.link.peers.find(({ id }) => id.startsWith(`${other.name} `));
    if (!peer) throw new Error(`${by.name} does not see ${other.name}`);
    return { peer: peer.id, member: idOf(other) };
  });
}
const renew = async (by: Device, along: Device[], removed: Device[] = []): Promise<void> =>
  (await by.circle.renewals.renewing()).renew(ticked(by, ...along), removed.map(idOf));
const settled = (device: Device, link: string) => soon(() => expect(linkOf(device)).toBe(link));

/** All that a device has on its disk, as text. */
async function diskOf({ database }: Device): Promise<string> {
  const tables = await Promise.all([
    database.circles.toArray(),
    database.notes.toArray(),
    database.updates.toArray(),
  ]);
  const bytes = (_: string, value: unknown): unknown =>
    value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value;
  return JSON.stringify([tables, { ...localStorage }], bytes);
}

describe('a renewed link', () => {
  test('goes to those who were confirmed, with all that the circle has; the row is replaced, not doubled', async () => {
    const [ana, ben] = await new Circle().members('ana', 'ben');
    ben!.circle.board.mine.write('parked', 's1', 'My advice');
    const before = linkOf(ben!);
    const id = ben!.circle.remembered.id;
    await renew(ana!, [ben!]);
    await settled(ben!, linkOf(ana!));
    expect(linkOf(ben!)).not.toBe(before);
    ana!.circle.board.nameCircle('Wednesday circle');
    await soon(() => expect(ben!.circle.board.name).toBe('Wednesday circle'));
    expect(namesOf(ben!)).toEqual(['ana', 'ben']);
    expect(ben!.circle.board.mine.lines('parked', 's1')).toEqual(['My advice']);
    expect([ben!.circle.renewals.news?.isMine, ana!.circle.renewals.news?.isMine]).toEqual([
      false,
      true,
    ]);

    await ben!.circle.close();
    const rows = await ben!.database.circles.toArray();
    expect(rows.map((row) => [row.id, row.invitation])).toEqual([[id, linkOf(ana!)]]);
    expect(await diskOf(ben!)).not.toContain(before);
    const summaries = localStorage.getItem('askwell.circles') ?? '';
    expect(summaries.match(new RegExp(`"id":"${id}"`, 'g'))).toHaveLength(1);
  });

  test('never reaches a removed browser that keeps running, nor does a word written after it', async () => {
    const circle = new Circle();
    const [ana, ben, cem] = await circle.members('ana', 'ben', 'cem');
    await renew(ana!, [ben!], [cem!]);
    await settled(ben!, linkOf(ana!));
    ben!.circle.board.nameCircle('After Cem');
    await soon(() => expect(ana!.circle.board.name).toBe('After Cem'));
    await cem!.circle.board.journal.flush();

    expect(secretsHeardBy(ben!)).toEqual([linkOf(ana!)]);
    expect(secretsHeardBy(cem!)).toEqual([]);
    for (const words of [linkOf(ana!), 'After Cem']) {
      expect(cem!.seen.join()).not.toContain(words);
      expect(await diskOf(cem!)).not.toContain(words);
    }
    expect(cem!.circle.board.name).toBe('Tuesday circle');
    expect(cem!.circle.board.moved).toMatchObject({ by: idOf(ana!), removed: [idOf(cem!)] });
    expect([namesOf(ana!), namesOf(ben!)]).toEqual([
      ['ana', 'ben'],
      ['ana', 'ben'],
    ]);
  });

  test('keeps a seat free whatever the removed browser writes about it', async () => {
    const circle = new Circle();
    const [ana, ben, cem] = await circle.members('ana', 'ben', 'cem');
    await renew(ana!, [], [cem!]);
    for (const field of [5, null]) leave(cem!.circle.board.document, idOf(cem!), field);
    // Ben was not on the call: he hears it from Cem in the old room, and brings it along.
    const late = await circle.device('ben', ben!.database, linkOf(ana!));
    await soon(() => expect(late.circle.isSeated).toBe(true));
    leave(late.circle.board.document, idOf(cem!), null);
    expect([namesOf(ana!), namesOf(late)]).toEqual([
      ['ana', 'ben'],
      ['ana', 'ben'],
    ]);
  });

  test('leaves a note for those who were not confirmed, and lets them in with what they wrote meanwhile', async () => {
    const circle = new Circle();
    const [ana, ben, cem] = await circle.members('ana', 'ben', 'cem');
    await renew(ana!, [ben!]);
    expect(cem!.circle.board.moved).toMatchObject({ by: idOf(ana!), removed: [] });
    expect(linkOf(cem!)).toBe(circle.invitation);
    cem!.circle.board.setSafetySheet('Written while apart');
    cem!.circle.board.mine.write('parked', 's1', 'Private, while apart');
    await cem!.circle.close();

    const back = await circle.device('cem', cem!.database, linkOf(ana!), { id: 'new row' });
    await soon(() => expect(ana!.circle.board.safetySheet).toBe('Written while apart'));
    await soon(() => expect(idOf(back)).toBe(idOf(cem!)));
    expect(namesOf(ana!)).toEqual(['ana', 'ben', 'cem']);
    await soon(() =>
      expect(back.circle.board.mine.lines('parked', 's1')).toEqual(['Private, while apart']),
    );
    expect(await back.database.circles.count()).toBe(1);
    expect(back.circle.board.moved).toBeNull();
  });

  test('is told at the old door to a device that comes later, by name and without the secret', async () => {
    const circle = new Circle();
    const [ana] = await circle.members('ana');
    await renew(ana!, []);
    const late = await circle.device('dia');
    await soon(() => expect(late.circle.board.moved?.by).toBe(idOf(ana!)));
    expect(late.seen.join()).not.toContain(linkOf(ana!));
    expect(late.circle.board.name).toBe('');
  });

  test('is finished after a crash in the middle of it, on the device that renewed and on one that followed', async () => {
    const circle = new Circle(60_000);
    const [ana, ben] = await circle.members('ana', 'ben');
    renew(ana!, [ben!]).catch(() => undefined);
    await soon(() => expect(secretsHeardBy(ben!)).toHaveLength(1));
    await soon(async () => {
      for (const { database } of [ana!, ben!]) {
        expect((await database.circles.toArray())[0]?.pending).toBeTruthy();
      }
    });
    // As a crash does: the page goes before it has moved, and nothing is tidied up.
    for (const { circle: page } of [ana!, ben!]) await page.close();
    const [anaAgain, benAgain] = [
      await circle.device('ana', ana!.database),
      await circle.device('ben', ben!.database),
    ];
    await soon(() => expect(linkOf(anaAgain)).not.toBe(circle.invitation));
    await settled(benAgain, linkOf(anaAgain));
    expect(anaAgain.circle.board.name).toBe('Tuesday circle');
    expect((await anaAgain.database.circles.toArray())[0]?.pending).toBeNull();
  });

  test('does not begin where the disk refuses to keep it', async () => {
    const [ana, ben] = await new Circle().members('ana', 'ben');
    const before = linkOf(ana!);
    const quota = new DOMException('The disk is full', 'QuotaExceededError');
    vi.spyOn(ana!.database.circles, 'update').mockRejectedValue(quota);
    await expect(renew(ana!, [ben!])).rejects.toThrow('full');
    expect([linkOf(ana!), secretsHeardBy(ben!)]).toEqual([before, []]);
    expect(ben!.circle.board.moved).toBeNull();
  });

  test('is followed by the other tabs of a browser', async () => {
    const circle = new Circle();
    const [ana, ben] = await circle.members('ana', 'ben');
    const tab = await circle.device('tab', ana!.database);
    tab.circle.board.mine.write('parked', 's1', 'From the other tab');
    await renew(ana!, [ben!]);
    await settled(tab, linkOf(ana!));
    await soon(() =>
      expect(tab.circle.board.mine.lines('parked', 's1')).toEqual(['From the other tab']),
    );
    expect(await ana!.database.circles.count()).toBe(1);
  });
});

describe('two renewals at once', () => {
  const rankOf = (device: Device, moves: readonly Move[]) =>
    moves.find(({ by }) => by === idOf(device))?.to ?? '';

  test('end in one circle, the one with the lower hash, and both removals hold', async () => {
    const [ana, ben, cem, dia, eva] = await new Circle(AT_ONCE).members(
      'ana',
      'ben',
      'cem',
      'dia',
      'eva',
    );
    await Promise.all([renew(ana!, [ben!, cem!], [dia!]), renew(ben!, [ana!, cem!], [eva!])]);
    await soon(() => {
      expect(new Set([ana!, ben!, cem!].map(linkOf)).size).toBe(1);
      for (const device of [ana!, ben!, cem!])
        expect(namesOf(device)).toEqual(['ana', 'ben', 'cem']);
    });
    const moves = movesIn(dia!.circle.board.document).all();
    const lower = [ana!, ben!].map((device) => rankOf(device, moves)).sort()[0];
    expect(ana!.circle.remembered.circle).toBe(lower);
    for (const out of [dia!, eva!]) expect(secretsHeardBy(out)).toEqual([]);
  });

  test('where the winner had given its link to somebody whom the other removed, it renews once more, by itself', async () => {
    const [ana, ben, cem] = await new Circle(AT_ONCE).members('ana', 'ben', 'cem');
    // Each gives its link to the one whom the other removes, so whoever wins has told somebody too many.
    const [dia, eva] = [cem!, cem!];
    await Promise.all([renew(ana!, [ben!, dia]), renew(ben!, [ana!], [eva])]);
    await soon(() => {
      expect(linkOf(ana!)).toBe(linkOf(ben!));
      expect(namesOf(ana!)).toEqual(['ana', 'ben']);
      expect(namesOf(ben!)).toEqual(['ana', 'ben']);
    });
    expect(secretsHeardBy(cem!)).not.toContain(linkOf(ana!));
    expect(await diskOf(cem!)).not.toContain(linkOf(ana!));
  });

  test('of devices that nothing connected end in two circles, which know of each other later and become one', async () => {
    const circle = new Circle();
    const all = await circle.members('ana', 'ben', 'cem', 'dia', 'eva');
    const [ana, ben, cem, dia, eva] = all;
    circle.rooms.cutOff('cem', 'dia');
    await Promise.all([renew(ana!, [ben!, eva!]), renew(cem!, [dia!])]);
    await settled(ben!, linkOf(ana!));
    await settled(eva!, linkOf(ana!));
    await settled(dia!, linkOf(cem!));
    expect(linkOf(ana!)).not.toBe(linkOf(cem!));
    ana!.circle.board.nameCircle('Written by Ana, apart');
    cem!.circle.board.setSafetySheet('Written by Cem, apart');
    dia!.circle.board.mine.write('parked', 's1', 'Private to Dia');

    circle.rooms.heal();
    const sides = [[ana!, ben!, eva!] as const, [cem!, dia!] as const];
    const nameOf = ({ circle: { remembered: row } }: Device) => row.circle;
    const [won, lost] = nameOf(ana!) < nameOf(cem!) ? sides : sides.toReversed();
    for (const { circle: page } of lost!) {
      await soon(() => expect(page.board.moved?.to).toBe(nameOf(won![0])));
    }
    expect(won!.map(({ circle: page }) => page.board.moved)).toEqual(won!.map(() => null));

    // A person sends the link that counts to those on the other side.
    const back: Device[] = [];
    for (const { name, database, circle: page } of lost!) {
      await page.close();
      back.push(await circle.device(name, database, linkOf(won![0]), { id: `new of ${name}` }));
    }
    for (const device of [...won!, ...back]) {
      const { board } = device.circle;
      await soon(() => {
        expect(namesOf(device)).toEqual(['ana', 'ben', 'cem', 'dia', 'eva']);
        expect(namesOf(device)).toEqual(['ana', 'ben', 'cem', 'dia', 'eva']);
        expect([board.name, board.safetySheet, board.moved]).toEqual([
          'Written by Ana, apart',
          'Written by Cem, apart',
          null,
        ]);
      });
    }
    for (const { name, database, circle: page } of back) {
      await soon(async () => expect(await database.circles.count()).toBe(1));
      const parked = () => page.board.mine.lines('parked', 's1');
      if (name === 'dia') await soon(() => expect(parked()).toEqual(['Private to Dia']));
    }
  });

  test('of devices that nothing connected: a removal that was missed is told where it does not hold', async () => {
    const circle = new Circle();
    const [ana, ben, cem, dia, eva] = await circle.members('ana', 'ben', 'cem', 'dia', 'eva');
    circle.rooms.cutOff('cem', 'dia');
    // Whichever counts, the other had removed somebody whom it has taken along.
    const both = [renew(ana!, [ben!, eva!], [dia!]), renew(cem!, [dia!], [eva!])];
    await Promise.all(both);
    await settled(ben!, linkOf(ana!));
    await settled(dia!, linkOf(cem!));
    circle.rooms.heal();
    const missed = ({ circle: { board } }: Device) =>
      board.removalsMissed.map(({ by, removed }) => [by, ...removed]);
    const isAnas = ana!.circle.remembered.circle < cem!.circle.remembered.circle;
    const [winner, loser, out] = isAnas ? [ana!, cem!, eva!] : [cem!, ana!, dia!];
    await soon(() => expect(missed(winner)).toEqual([[idOf(loser), idOf(out)]]));
    const stays = isAnas ? [ben!] : [];
    await soon(() => ticked(winner, ...stays));

    await renew(winner, stays, [out]);
    await soon(() => expect(missed(winner)).toEqual([]));
    expect(namesOf(winner)).not.toContain(out.name);
    expect(secretsHeardBy(out)).not.toContain(linkOf(winner));
  });

  test('a device that renews neither follows nor obeys a page that was not confirmed', async () => {
    for (const isFirst of [true, false]) {
      const [ana, ben, cem] = await new Circle(AT_ONCE).members('ana', 'ben', 'cem');
      const both = [() => renew(ana!, [ben!], [cem!]), () => renew(cem!, [ana!], [ben!])];
      await Promise.all((isFirst ? both : both.toReversed()).map((begin) => begin()));
      await soon(() => expect(linkOf(ana!)).toBe(linkOf(ben!)));
      expect([namesOf(ana!), secretsHeardBy(cem!)]).toEqual([['ana', 'ben'], []]);
    }
  });
});

test.each([
  ['no JSON', 'hello'],
  ['something else', '{"kind":"greeting"}'],
  ['a link without a note', '{"kind":"new link","invitation":"x"}'],
  ['a broken note', '{"kind":"new link","invitation":"x","move":{"to":1}}'],
])('a whisper that is %s is no new link', (_, words) => {
  expect(readNewLink(words)).toBeNull();
});

test('a whispered link whose secret leads elsewhere than its note says is not followed', async () => {
  const [ana, ben] = await new Circle().members('ana', 'ben');
  const { circle } = ana!.circle.remembered;
  const move = { to: 'a'.repeat(32), from: circle, at: 1, by: idOf(ben!), removed: [], round: 1 };
  const words = JSON.stringify({
    kind: 'new link',
    invitation: formatInvitation(newInvitation()),
    move,
  });
  await (await ana!.circle.renewals.renewing()).hear({ from: 'ben', words });
  expect(ana!.circle.remembered.pending ?? null).toBeNull();
});

import { expect, vi } from 'vitest';
import type { OpenCircle } from '../../src/board/open-circle.ts';
import { openCircle } from '../../src/board/open-from-disk.ts';
import type { Confirmed } from '../../src/board/renewal/renewing.ts';
import type { Database } from '../../src/storage/database.ts';
import { RememberedCircles } from '../../src/storage/remembered-circles.ts';
import { formatInvitation, newInvitation, readInvitation } from '../../src/sync/invitation.ts';
import { deriveKeys } from '../../src/sync/link-keys.ts';
import { freshDatabase } from './database.ts';
import { FakeRooms } from './fake-rooms.ts';
import { remembered } from './remembered.ts';

const SETTLE = 10;
export const soon = <Result>(look: () => Result | Promise<Result>) =>
  vi.waitFor(look, { interval: 4 });
const open: OpenCircle[] = [];
/** Closes every circle that is still open; to be done after each test. */
export async function closeCircles(): Promise<void> {
  for (const circle of open.splice(0)) await circle.close();
  localStorage.clear();
}

export interface Device {
  readonly name: string;
  readonly database: Database;
  readonly circle: OpenCircle;
  /** All that has reached this device from others. */
  readonly seen: string[];
}

/** The devices of one circle, each with a disk and a link of its own. */
export class Circle {
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

export const idOf = ({ circle }: Device) => circle.board.writer.me;
export const namesOf = ({ circle }: Device) =>
  circle.board.seats.map(({ member }) => member.name).sort();
export const linkOf = ({ circle }: Device) => circle.remembered.invitation;
const whisper = /"invitation":"([\w-]+)"/;
export const secretsHeardBy = ({ seen }: Device) =>
  seen.flatMap((words) => whisper.exec(words)?.[1] ?? []);

/** The pages that a person has ticked, as the dialog hands them over. */
export function ticked(by: Device, ...others: Device[]): Confirmed[] {
  return others.map((other) => {
    const peer = by.circle.board.link.peers.find(({ id }) => id.startsWith(`${other.name} `));
    if (!peer) throw new Error(`${by.name} does not see ${other.name}`);
    return { peer: peer.id, member: idOf(other) };
  });
}
export const renew = async (by: Device, along: Device[], removed: Device[] = []): Promise<void> =>
  (await by.circle.renewals.renewing()).renew(ticked(by, ...along), removed.map(idOf));
export const settled = (device: Device, link: string) =>
  soon(() => expect(linkOf(device)).toBe(link));

/** All that a device has on its disk, as text. */
export async function diskOf({ database }: Device): Promise<string> {
  const tables = await Promise.all([
    database.circles.toArray(),
    database.notes.toArray(),
    database.updates.toArray(),
  ]);
  const bytes = (_: string, value: unknown): unknown =>
    value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value;
  return JSON.stringify([tables, { ...localStorage }], bytes);
}

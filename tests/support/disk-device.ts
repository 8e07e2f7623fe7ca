import type * as Y from 'yjs';
import type { OpenCircle } from '../../src/board/open-circle.ts';
import { openCircle } from '../../src/board/open-from-disk.ts';
import type { Surroundings } from '../../src/board/surroundings.ts';
import { RememberedCircles } from '../../src/storage/remembered-circles.ts';
import { freshDatabase } from './database.ts';
import { linkTo } from './fake-link.ts';
import { remembered } from './remembered.ts';

const keys = { room: 'room', signalling: 'signalling', codes: 'codes', relay: 'relay' };
export const offline = new TypeError('Failed to fetch');
const open: OpenCircle[] = [];
/** Closes every circle that is still open; to be done after each test. */
export async function closeDevices(): Promise<void> {
  for (const circle of open.splice(0)) await circle.close();
}

/** A device with a seat in a circle of its own disk. */
export async function device(
  database = freshDatabase(),
  more: Partial<Surroundings> = {},
  doc?: Y.Doc,
) {
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
export type Device = Awaited<ReturnType<typeof device>>;

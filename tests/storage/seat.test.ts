import { expect, test } from 'vitest';
import { keptFileOf, readFile } from '../../src/board/kept-file.ts';
import { newestLink, openSeat } from '../../src/board/seat-file.ts';
import { aboutOf, foundCircle } from '../../src/document/about.ts';
import { CircleDocument } from '../../src/document/circle-document.ts';
import { PrivateNotes } from '../../src/storage/private-notes.ts';
import { RememberedCircles } from '../../src/storage/remembered-circles.ts';
import { seal, unseal } from '../../src/storage/sealed.ts';
import { bringSeat, readSeat, writeSeat, type Seat } from '../../src/storage/seat.ts';
import { formatInvitation, newInvitation } from '../../src/sync/invitation.ts';
import { deriveKeys } from '../../src/sync/link-keys.ts';
import { freshDatabase } from '../support/database.ts';
import { remembered } from '../support/remembered.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const passphrase = 'plum tree in the yard';
const circle = new CircleDocument();
foundCircle(circle, 'Tuesday circle', '');
const seat: Seat = {
  invitation: formatInvitation(newInvitation()),
  member: 'ana',
  notes: [{ kind: 'parked', about: 's1', text: 'Ask about the roof', changedAt: 3 }],
  circle: circle.bytes(),
};

test('what is written of a seat is read again', () => {
  expect(readSeat(writeSeat(seat))).toEqual({ kind: 'ok', seat });
});

test.each([
  ['no JSON', 'hello', 'cut'],
  ['of another kind', '{"format":"something"}', 'cut'],
  ['without an invitation', '{"format":"askwell-my-seat","version":1}', 'cut'],
  ['of a newer Askwell', '{"format":"askwell-my-seat","version":2}', 'newer'],
])('a seat %s is told as what it is', (_what, text, kind) => {
  expect(readSeat(text)).toEqual({ kind });
});

test('notes that cannot be read, and bytes that are none, leave the rest', () => {
  const text = writeSeat(seat)
    .replace('"parked"', '"spell"')
    .replace(/"circle":"[^"]*"/, '"circle":"%"');
  expect(readSeat(text)).toEqual({
    kind: 'ok',
    seat: { ...seat, notes: [], circle: new Uint8Array() },
  });
});

test('a locked seat opens with its passphrase only, and says when it is cut', async () => {
  const sealed = await seal(writeSeat(seat), passphrase, 4);
  expect(Buffer.from(sealed).includes(seat.invitation)).toBe(false);
  expect(keptFileOf(sealed).kind).toBe('seat');
  const opened = await openSeat(sealed, passphrase);
  if (opened.kind !== 'ok') throw new Error(opened.kind);
  expect(opened.seat).toEqual(seat);
  expect(aboutOf(new CircleDocument([opened.circle!])).name).toBe('Tuesday circle');
  expect((await openSeat(sealed, 'pear tree in the yard')).kind).toBe('wrong-passphrase');
  expect((await openSeat(sealed.slice(0, -9), passphrase)).kind).toBe('cut');
});

test('a file that asks for more work than a phone can do is not tried', async () => {
  const file = bytesOf('age-encryption.org/v1\n-> scrypt +fawo8wIsVbrmE3gFtPaDw 30\nTnDD\n--- ');
  expect(await unseal(file, passphrase)).toEqual({ kind: 'cut' });
});

test.each([
  ['<!doctype html><title>', 'web-page'],
  ['\u00ff\u00d8 a picture', 'other'],
  ['{"a":1}', 'other'],
  ['{"format": "askwell-circle-copy", "ver', 'cut'],
])('a file that begins with %s is told as what it is', (text, trouble) => {
  expect(keptFileOf(bytesOf(text))).toEqual({ kind: 'trouble', trouble });
});

test('a file of 500 MB is not even read, and one that the device takes away is told', async () => {
  const arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotReadableError'));
  const blob = (size: number) => ({ size, arrayBuffer }) as unknown as Blob;
  expect(await readFile(blob(500_000_000))).toEqual({ kind: 'trouble', trouble: 'too-large' });
  expect(await readFile(blob(0))).toEqual({ kind: 'trouble', trouble: 'empty' });
  expect(await readFile(blob(10))).toEqual({ kind: 'trouble', trouble: 'unread' });
});

test('a seat brings its notes and its circle, and changes nothing that is there', async () => {
  const database = freshDatabase();
  const notes = new PrivateNotes(database, 'circle');
  expect(await bringSeat(database, 'circle', seat.notes, seat.circle)).toBe(1);
  expect(await notes.all()).toEqual([{ circle: 'circle', ...seat.notes[0] }]);
  await notes.keep('parked', 's1', 'Mine, and newer', 9);
  expect(await bringSeat(database, 'circle', seat.notes, seat.circle)).toBe(0);
  expect((await notes.all())[0]?.text).toBe('Mine, and newer');
  expect(await database.updates.count()).toBe(1);
});

test('a seat file from before the link was renewed leads to the circle as it is now', async () => {
  const circles = new RememberedCircles(freshDatabase());
  const [old, now] = [newInvitation(), newInvitation()];
  expect(await newestLink(circles, old)).toEqual(old);
  const { circle } = await deriveKeys(old);
  const invitation = formatInvitation(now);
  await circles.remember(remembered('one', { invitation, before: [circle] }));
  expect(await newestLink(circles, old)).toEqual(now);
});

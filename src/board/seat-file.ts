import { scratched } from '../document/compact.ts';
import { RememberedCircles } from '../storage/remembered-circles.ts';
import { bringSeat, readSeat, type Seat } from '../storage/seat.ts';
import { readInvitation, type Invitation } from '../sync/invitation.ts';
import { deriveKeys } from '../sync/link-keys.ts';
import type { CirclesHere } from './circles-here.svelte.ts';
import type { RememberedCircle } from '../storage/database.ts';
import type { OpenCircle } from './open-circle.ts';

export type SeatTrouble = 'wrong-passphrase' | 'cut' | 'newer';

/** How taking a seat back from its file went. */
export type Restored = 'done' | 'no-disk' | SeatTrouble;

/**
 * Takes the seat of a my-seat file, and opens its circle. What is on this disk already stays as it is.
 * @param open opens a circle of this browser and shows it once it is on the disk
 */
export async function restoreSeat(
  bytes: Uint8Array,
  passphrase: string,
  here: CirclesHere,
  open: (
    remembered: RememberedCircle,
    link: Invitation,
    begin: (circle: OpenCircle) => void,
  ) => Promise<void>,
): Promise<Restored> {
  const opened = await openSeat(bytes, passphrase);
  if (opened.kind !== 'ok') return opened.kind;
  const { database } = await here.surroundings();
  if (!database) return 'no-disk';
  const link = await newestLink(new RememberedCircles(database), opened.invitation);
  const remembered = await here.recall(link);
  const { member, notes } = opened.seat;
  await bringSeat(database, remembered.circle, notes, opened.circle);
  await open(remembered, link, (circle) => {
    if (member !== null) circle.takeSeat(member);
  });
  return 'done';
}

export type OpenedSeat =
  | {
      readonly kind: 'ok';
      readonly invitation: Invitation;
      readonly seat: Seat;
      /** The circle, read and written anew; `null` where it could not be read: then it comes from the others. */
      readonly circle: Uint8Array | null;
    }
  | { readonly kind: SeatTrouble };

/** The newest link to a seat's circle: this browser may have moved on with it since the file was made. */
export async function newestLink(
  circles: RememberedCircles,
  link: Invitation,
): Promise<Invitation> {
  const { circle } = await deriveKeys(link);
  const moved = await circles.findMovedFrom(circle);
  const reading = moved && readInvitation(moved.invitation);
  return reading?.kind === 'ok' ? reading.invitation : link;
}

/** Unlocks a my-seat file and reads what is in it. */
export async function openSeat(bytes: Uint8Array, passphrase: string): Promise<OpenedSeat> {
  const { unseal } = await import('../storage/sealed.ts');
  const opened = await unseal(bytes, passphrase);
  if (opened.kind !== 'ok') return opened;
  const reading = readSeat(opened.text);
  if (reading.kind !== 'ok') return reading;
  const { seat } = reading;
  const found = readInvitation(seat.invitation);
  if (found.kind !== 'ok') return { kind: found.kind === 'newer' ? 'newer' : 'cut' };
  return { kind: 'ok', invitation: found.invitation, seat, circle: scratched(seat.circle) };
}

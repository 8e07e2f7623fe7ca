import { scratched } from '../document/compact.ts';
import type { RememberedCircles } from '../storage/remembered-circles.ts';
import { readSeat, type Seat } from '../storage/seat.ts';
import { readInvitation, type Invitation } from '../sync/invitation.ts';
import { deriveKeys } from '../sync/link-keys.ts';

export { bringSeat } from '../storage/seat.ts';

export type SeatTrouble = 'wrong-passphrase' | 'cut' | 'newer';

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

import { scratched } from '../document/compact.ts';
import { readSeat, type Seat } from '../storage/seat.ts';
import { readInvitation, type Invitation } from '../sync/invitation.ts';

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

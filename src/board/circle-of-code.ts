import type { RememberedCircle } from '../storage/database.ts';
import type { Fault } from '../sync/by-hand.ts';
import { importKey, readCode } from '../sync/codes/code.ts';
import { readInvitation } from '../sync/invitation.ts';
import { deriveKeys } from '../sync/link-keys.ts';
import type { CodeRole } from './carried-codes.svelte.ts';

/** A circle of this device, and which part in the exchange a code wants it to play. */
export interface CodesCircle {
  readonly id: RememberedCircle['id'];
  readonly role: CodeRole;
}

/** Finds the circle for which a code was made: a code names none, but opens with the key of its own. */
export async function circleOfCode(
  text: string,
  circles: readonly RememberedCircle[],
): Promise<CodesCircle | Fault> {
  for (const { id, invitation } of circles) {
    const reading = readInvitation(invitation);
    if (reading.kind !== 'ok') continue;
    const { codes } = await deriveKeys(reading.invitation);
    const carried = await readCode(text, await importKey(codes));
    if (!('fault' in carried)) return { id, role: carried.kind === 'answer' ? 'start' : 'join' };
    if (carried.fault !== 'other-circle') return carried;
  }
  return { fault: 'other-circle' };
}

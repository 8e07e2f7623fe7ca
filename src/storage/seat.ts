import { readJson } from '../domain/json.ts';
import type { CircleId, MemberId } from '../domain/ids.ts';
import type { Database } from './database.ts';
import { readWords, type LastWords } from './last-words.ts';

/** What a file of this kind calls itself. */
const FORMAT = 'askwell-my-seat';
const VERSION = 1;

/** All that brings one person back to a circle on another browser. */
export interface Seat {
  /** Whoever has it is in the circle. */
  readonly invitation: string;
  readonly member: MemberId | null;
  readonly notes: readonly LastWords[];
  /** The circle as bytes, for a browser that does not know it. */
  readonly circle: Uint8Array;
}

export type SeatReading =
  | { readonly kind: 'ok'; readonly seat: Seat }
  | { readonly kind: 'newer' }
  | { readonly kind: 'cut' };

export function writeSeat({ invitation, member, notes, circle }: Seat): string {
  const file = { format: FORMAT, version: VERSION, invitation, member, notes };
  return JSON.stringify({ ...file, circle: toText(circle) });
}

export function readSeat(text: string): SeatReading {
  const file = fieldsIn(text);
  const { format, version, invitation, member, notes, circle } = file;
  if (format !== FORMAT || typeof version !== 'number') return { kind: 'cut' };
  if (version > VERSION) return { kind: 'newer' };
  if (typeof invitation !== 'string' || typeof circle !== 'string') return { kind: 'cut' };
  return {
    kind: 'ok',
    seat: {
      invitation,
      member: typeof member === 'string' && member !== '' ? member : null,
      notes: Array.isArray(notes) ? notes.flatMap(readWords) : [],
      circle: fromText(circle),
    },
  };
}

/**
 * Puts a seat's notes on this disk, and the circle's bytes where the circle is not known yet. What is there already
 * stays as it is. Resolves with the number of notes that were new.
 *
 * @param circle the bytes, checked by somebody who can read them; `null` to leave the log alone
 */
export function bringSeat(
  { updates, notes }: Database,
  circle: CircleId,
  kept: readonly LastWords[],
  bytes: Uint8Array | null,
): Promise<number> {
  return updates.db.transaction('rw', updates, notes, async () => {
    if (bytes && (await updates.where('circle').equals(circle).count()) === 0) {
      await updates.add({ circle, bytes });
    }
    const there = await notes.bulkGet(kept.map(({ kind, about }) => [circle, kind, about]));
    const missing = kept.filter((_, i) => there[i] === undefined);
    await notes.bulkPut(missing.map((note) => ({ ...note, circle })));
    return missing.length;
  });
}

function toText(bytes: Uint8Array): string {
  let signs = '';
  for (const byte of bytes) signs += String.fromCharCode(byte);
  return btoa(signs);
}

/** Empty where the text is no base64: the circle then comes from the others. */
function fromText(text: string): Uint8Array {
  try {
    return Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  } catch {
    return new Uint8Array();
  }
}

function fieldsIn(text: string): Readonly<Record<string, unknown>> {
  const value = readJson(text);
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

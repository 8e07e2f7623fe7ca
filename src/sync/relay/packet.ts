import {
  createDecoder,
  hasContent,
  readUint8,
  readVarString,
  readVarUint,
  readVarUint8Array,
} from 'lib0/decoding';
import {
  encode,
  writeUint8,
  writeVarString,
  writeVarUint,
  writeVarUint8Array,
} from 'lib0/encoding';
import type { PeerId } from '../link.ts';

/** What one page tells another through the rendezvous, in one message. */
export type Word =
  /** To all: who can reach the circle for me? */
  | { readonly kind: 'ask' }
  /** Frames of a channel, or parts of them; `index` counts the messages of one `stream`. */
  | {
      readonly kind: 'data';
      readonly stream: number;
      readonly index: number;
      readonly pieces: readonly Piece[];
    }
  /** Messages of your stream that have not come. */
  | { readonly kind: 'again'; readonly stream: number; readonly missing: readonly number[] }
  /** Ends the channel of these two streams, of mine and of yours; 0 where none of yours has come. */
  | { readonly kind: 'bye'; readonly stream: number; readonly yours: number };

/** A frame, or a part of it with more to come. */
export interface Piece {
  readonly isLast: boolean;
  readonly bytes: Uint8Array;
}

export interface Packet {
  readonly from: PeerId;
  /** Empty: to all. */
  readonly to: PeerId;
  /** Counts all that a page has sent. */
  readonly sequence: number;
  readonly word: Word;
}

/** A packet without its pieces; two page ids are most of it. */
export const HEAD = 120;
/** What a piece takes beside its bytes. */
export const PIECE_HEAD = 4;

const VERSION = 1;
const LONGEST_ID = 40;
const MOST_MISSING = 32;
const kinds = { ask: 0, data: 1, again: 2, bye: 3 } as const;

export function encodePacket({ from, to, sequence, word }: Packet): Uint8Array {
  return encode((encoder) => {
    writeUint8(encoder, VERSION);
    writeVarString(encoder, from);
    writeVarString(encoder, to);
    writeVarUint(encoder, sequence);
    writeUint8(encoder, kinds[word.kind]);
    if (word.kind === 'ask') return;
    writeVarUint(encoder, word.stream);
    if (word.kind === 'bye') writeVarUint(encoder, word.yours);
    if (word.kind === 'again') for (const index of word.missing) writeVarUint(encoder, index);
    if (word.kind !== 'data') return;
    writeVarUint(encoder, word.index);
    for (const { isLast, bytes } of word.pieces) {
      writeUint8(encoder, isLast ? 1 : 0);
      writeVarUint8Array(encoder, bytes);
    }
  });
}

/** Reads what a page with our key has sent, which is no reason to trust it; `null` for what is no packet. */
export function parsePacket(bytes: Uint8Array): Packet | null {
  try {
    const decoder = createDecoder(bytes);
    if (readUint8(decoder) !== VERSION) return null;
    const from = readVarString(decoder);
    const to = readVarString(decoder);
    const sequence = readVarUint(decoder);
    if (from === '' || from.length > LONGEST_ID) return null;
    const word = readWord(decoder);
    return word && { from, to, sequence, word };
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}

function readWord(decoder: ReturnType<typeof createDecoder>): Word | null {
  const kind = readUint8(decoder);
  if (kind === kinds.ask) return { kind: 'ask' };
  const stream = readVarUint(decoder);
  if (kind === kinds.bye) return { kind: 'bye', stream, yours: readVarUint(decoder) };
  if (kind === kinds.again) {
    const missing: number[] = [];
    while (hasContent(decoder) && missing.length < MOST_MISSING) missing.push(readVarUint(decoder));
    return { kind: 'again', stream, missing };
  }
  if (kind !== kinds.data) return null;
  const index = readVarUint(decoder);
  const pieces: Piece[] = [];
  while (hasContent(decoder)) {
    pieces.push({ isLast: readUint8(decoder) === 1, bytes: readVarUint8Array(decoder) });
  }
  return { kind: 'data', stream, index, pieces };
}

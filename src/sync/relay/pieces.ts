import type { Frame } from '../frames.ts';
import { PIECE_HEAD, type Piece } from './packet.ts';

/** Frames that wait, and are cut to fill messages. */
export class Outgoing {
  readonly #frames: Uint8Array[] = [];
  size = 0;

  add(frame: Uint8Array): void {
    this.#frames.push(frame);
    this.size += frame.length;
  }

  /** As much as fits, in order. */
  take(room: number): Piece[] {
    const pieces: Piece[] = [];
    for (let left = room - PIECE_HEAD; left > 0 && this.#frames[0] !== undefined;) {
      const frame = this.#frames[0];
      const isLast = frame.length <= left;
      const bytes = isLast ? frame : frame.subarray(0, left);
      if (isLast) this.#frames.shift();
      else this.#frames[0] = frame.subarray(left);
      pieces.push({ isLast, bytes });
      this.size -= bytes.length;
      left -= bytes.length + PIECE_HEAD;
    }
    return pieces;
  }
}

/** No frame of ours is longer. */
const LONGEST_FRAME = 64 * 1024;

/** Puts frames together again. Throws a RangeError for one that is longer than any. */
export class Incoming {
  #parts: Uint8Array[] = [];
  #size = 0;

  /** Gives the frame that this piece completes. */
  add({ isLast, bytes }: Piece): Frame | null {
    this.#parts.push(bytes);
    this.#size += bytes.length;
    if (this.#size > LONGEST_FRAME) throw new RangeError('a frame is too long');
    if (!isLast) return null;
    const frame = new Uint8Array(this.#size);
    let at = 0;
    for (const part of this.#parts) {
      frame.set(part, at);
      at += part.length;
    }
    this.#parts = [];
    this.#size = 0;
    return frame;
  }
}

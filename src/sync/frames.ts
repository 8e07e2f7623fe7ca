import { kinds } from './protocol.ts';

export type Frame = Uint8Array<ArrayBuffer>;

/** Every browser passes 16 KiB in one piece; above 256 KiB Chromium refuses to send. */
const FRAME = 16 * 1024;
/** Bytes that one frame carries. */
export const FRAME_CONTENT = FRAME - 1;
/** Bytes of one message. A circle of many years is a hundredth of it. */
const LONGEST = 32 * 1024 * 1024;

export function frame(kind: number, content: Uint8Array): Frame {
  const bytes = new Uint8Array(content.length + 1);
  bytes[0] = kind;
  bytes.set(content, 1);
  return bytes;
}

/** A message as the frames that carry it. */
export function framesOf(message: Uint8Array): Frame[] {
  const room = FRAME_CONTENT;
  if (message.length <= room) return [frame(kinds.whole, message)];
  const frames: Frame[] = [];
  for (let start = 0; start < message.length; start += room) {
    const end = Math.min(start + room, message.length);
    const kind = end === message.length ? kinds.last : kinds.part;
    frames.push(frame(kind, message.subarray(start, end)));
  }
  return frames;
}

/** Puts the parts of long messages together again. Throws a RangeError when one grows past 32 MiB. */
export class Assembly {
  #parts: Uint8Array[] = [];
  #size = 0;

  /** Takes a part; gives the message when it was the last. */
  add(content: Uint8Array, isLast: boolean): Uint8Array | null {
    this.#size += content.length;
    if (this.#size > LONGEST) throw new RangeError('a message is too long');
    this.#parts.push(content);
    return isLast ? this.#take() : null;
  }

  #take(): Uint8Array {
    const message = new Uint8Array(this.#size);
    let at = 0;
    for (const part of this.#parts) {
      message.set(part, at);
      at += part.length;
    }
    this.#parts = [];
    this.#size = 0;
    return message;
  }
}

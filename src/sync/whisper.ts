import { frame, type Frame } from './frames.ts';
import { kinds } from './protocol.ts';

/** Bytes of one whisper: a link and a few names fit many times. */
const LONGEST = 4096;

/** Words for one page, as the frame that carries them. Throws a RangeError when they are longer than 4 KB. */
export function whisperOf(words: string): Frame {
  const content = new TextEncoder().encode(words);
  if (content.length > LONGEST) throw new RangeError('a whisper is longer than 4 KB');
  return frame(kinds.whisper, content);
}

/** Throws a RangeError when it is longer than 4 KB, and a TypeError when it is no text. */
export function readWhisper(content: Uint8Array): string {
  if (content.length > LONGEST) throw new RangeError('a whisper is longer than 4 KB');
  return new TextDecoder('utf-8', { fatal: true }).decode(content);
}

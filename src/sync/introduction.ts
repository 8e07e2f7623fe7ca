import { readJson } from '../domain/json.ts';
import { frame, type Frame } from './frames.ts';
import { kinds } from './protocol.ts';

/** Characters of JSON, as of a presence. */
const LONGEST = 4096;

/** What a page says of itself, as the frame that carries it to a page of another version. */
export const introductionOf = (presence: unknown): Frame =>
  frame(kinds.introduction, new TextEncoder().encode(JSON.stringify(presence)));

/** Unchecked JSON from a stranger; `null` where it is none, or too long. */
export function readIntroduction(content: Uint8Array): unknown {
  if (content.length > 4 * LONGEST) return null;
  return readJson(new TextDecoder().decode(content));
}

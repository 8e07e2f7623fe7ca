import { fromBase64UrlEncoded, toBase64UrlEncoded } from 'lib0/buffer';
import { digest } from 'lib0/hash/sha256';
import type { Fault } from '../by-hand.ts';
import { pack, unpack, type Carried } from './pack.ts';

/** A code is base64url of: version, nonce, what it says (sealed), checksum. */
const VERSION = 1;
/** Told apart from an invitation by its first byte, and from its checksum by what is hashed. */
const MARK = 0xc0;
const NEWEST = 0xdf;
const NONCE = 12;
/** Bits; of what the key guards, only codes that live for minutes. */
const TAG = 96;
const CHECKSUM = 3;

/** Characters of the longest code: fits into any chat, and into a QR code that a phone reads. */
export const LONGEST = 250;
const ROOM = Math.floor((LONGEST * 3) / 4) - 1 - NONCE - TAG / 8 - CHECKSUM;
/** Characters of the shortest: a code without any candidate. */
const SHORTEST = 120;
const WORTH_MENTIONING = 40;
/** Characters of the shortest line into which a mail breaks a code. */
const LINE = 40;
/** The first byte of version 1 decides the first character and narrows the second. */
const beginning = /^w[Q-Za-f]/;

export type CodeKey = CryptoKey;

/** @param key 32 bytes, base64url */
export function importKey(key: string): Promise<CodeKey> {
  const usages: KeyUsage[] = ['encrypt', 'decrypt'];
  const bytes = new Uint8Array(fromBase64UrlEncoded(key));
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, usages);
}

/** `null` for a description that no code can carry. */
export async function writeCode(carried: Carried, key: CodeKey): Promise<string | null> {
  const content = pack(carried, ROOM);
  if (content === null) return null;
  const head = Uint8Array.of(MARK + VERSION);
  const iv = crypto.getRandomValues(new Uint8Array(NONCE));
  const how = { name: 'AES-GCM', iv, additionalData: head, tagLength: TAG };
  const sealed = await crypto.subtle.encrypt(how, key, new Uint8Array(content));
  const whole = Uint8Array.of(...head, ...iv, ...new Uint8Array(sealed));
  return toBase64UrlEncoded(Uint8Array.of(...whole, ...checksum(whole)));
}

/** Finds the code in whatever a person may paste and opens it. Never throws. */
export async function readCode(text: string, key: CodeKey): Promise<Carried | Fault> {
  const found = findCode(text);
  if ('fault' in found) return found;
  const { bytes } = found;
  const iv = bytes.slice(1, 1 + NONCE);
  const how = { name: 'AES-GCM', iv, additionalData: bytes.slice(0, 1), tagLength: TAG };
  try {
    const content = await crypto.subtle.decrypt(how, key, bytes.slice(1 + NONCE));
    return unpack(new Uint8Array(content)) ?? { fault: 'unreadable' };
  } catch {
    // Whole, as its checksum says, but sealed with another key.
    return { fault: 'other-circle' };
  }
}

/** The bytes of the code in a text, without the checksum. */
export function findCode(text: string): { readonly bytes: Uint8Array<ArrayBuffer> } | Fault {
  const runs = runsIn(text);
  for (const run of runs) {
    const bytes = wholeBytes(run);
    if (bytes === null) continue;
    if (bytes[0] === MARK + VERSION) return { bytes };
    return { fault: 'newer' };
  }
  const isCut = runs.some(
    (run) => run.length >= SHORTEST || (run.length >= WORTH_MENTIONING && beginning.test(run)),
  );
  return { fault: isCut ? 'cut' : 'unreadable' };
}

/** Nobody pastes more by intent, and a longer text takes long to search. */
const LONGEST_TEXT = 20_000;

/** The runs of code characters; also as they were before a mail broke the line. */
function runsIn(text: string): string[] {
  const plain = text
    .slice(0, LONGEST_TEXT)
    .replaceAll(/[\u00AD\u200B-\u200F\u2060\uFEFF]/g, '')
    .replaceAll('%23', '#');
  const pieces = plain.match(/[\w-]+|[^\w\s-]+/g) ?? [];
  const mended = pieces.flatMap((piece, at) => {
    if (piece.length < LINE || piece.length >= LONGEST) return [];
    return [2, 3, 4, 5].map((count) => pieces.slice(at, at + count).join(''));
  });
  const runs = [...pieces, ...mended].map((run) => run.replace(/^code-/, ''));
  const trimmed = runs.flatMap((run) => {
    const begun = run.replace(/^[-_]+/, '');
    return [run, begun, begun.replace(/[-_]+$/, '')];
  });
  return [...new Set(trimmed)].filter((run) => /^[\w-]+$/.test(run));
}

/** `null` when it is no whole code of this or a later version. */
function wholeBytes(run: string): Uint8Array<ArrayBuffer> | null {
  if (run.length < SHORTEST || run.length > 4 * LONGEST || run.length % 4 === 1) return null;
  const bytes = new Uint8Array(fromBase64UrlEncoded(run));
  const first = bytes[0] ?? 0;
  if (first <= MARK || first > NEWEST) return null;
  const content = bytes.slice(0, -CHECKSUM);
  const sum = bytes.slice(-CHECKSUM);
  return checksum(content).every((byte, at) => byte === sum[at]) ? content : null;
}

function checksum(content: Uint8Array): Uint8Array {
  const label = new TextEncoder().encode('askwell code');
  return digest(Uint8Array.of(...label, ...content)).slice(0, CHECKSUM);
}

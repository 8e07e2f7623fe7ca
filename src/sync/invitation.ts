import { fromBase64UrlEncoded, toBase64UrlEncoded } from 'lib0/buffer';
import { digest } from 'lib0/hash/sha256';

/** What lets a person into a circle. Whoever has it can join. */
export interface Invitation {
  /** 16 random bytes. */
  readonly secret: Uint8Array<ArrayBuffer>;
}

export type InvitationReading =
  | { readonly kind: 'ok'; readonly invitation: Invitation }
  /** Looks like an invitation, but a part is missing or changed. */
  | { readonly kind: 'cut' }
  /** Whole, but written by a newer Askwell than this one. */
  | { readonly kind: 'newer'; readonly version: number }
  | { readonly kind: 'none' };

const VERSION = 1;
const SECRET_LENGTH = 16;
const CHECKSUM_LENGTH = 4;
const CODE_LENGTH = 28;

/** Version 1 in base64url: the first byte decides the first character and narrows the second. */
const beginning = /^A[Q-Za-f]/;
const WORTH_MENTIONING = 6;

export function newInvitation(): Invitation {
  return { secret: crypto.getRandomValues(new Uint8Array(SECRET_LENGTH)) };
}

/**
 * base64url of version byte, secret and checksum: 28 characters. Later versions may be longer, but
 * begin with their version byte and end with the same kind of checksum.
 */
export function formatInvitation({ secret }: Invitation): string {
  const content = Uint8Array.of(VERSION, ...secret);
  return toBase64UrlEncoded(Uint8Array.of(...content, ...checksum(content)));
}

/** Finds the invitation in whatever a person may paste: a link of any site, the code alone, a sentence. */
export function readInvitation(text: string): InvitationReading {
  const candidates = codesIn(text);
  const readings = candidates.map(readCode);
  return (
    readings.find((reading) => reading.kind === 'ok') ??
    readings.find((reading) => reading.kind === 'newer') ??
    (candidates.some(looksCut) ? { kind: 'cut' } : { kind: 'none' })
  );
}

/** The runs of code characters, those after a # first; also as they were before mail broke the line. */
function codesIn(text: string): string[] {
  const plain = text.replaceAll(/[\u00AD\u200B-\u200F\u2060\uFEFF]/g, '').replaceAll('%23', '#');
  const fragments = plain.split('#').slice(1);
  const mended = [...fragments, plain].map((part) => part.replaceAll(/\s/g, ''));
  const runs = [...fragments, plain, ...mended].flatMap((part) => part.match(/[\w-]+/g) ?? []);
  const trimmed = runs.flatMap((run) => [
    run,
    run.replace(/[-_]+$/, ''),
    run.replace(/^[-_]+/, ''),
  ]);
  return [...new Set([...trimmed, ...trimmed.map((run) => run.slice(0, CODE_LENGTH))])];
}

function readCode(code: string): InvitationReading {
  if (code.length < CODE_LENGTH || code.length % 4 === 1) return { kind: 'none' };
  const bytes = fromBase64UrlEncoded(code);
  const content = bytes.slice(0, -CHECKSUM_LENGTH);
  const sum = bytes.slice(-CHECKSUM_LENGTH);
  if (checksum(content).some((byte, at) => byte !== sum[at])) return { kind: 'none' };
  const version = content[0] ?? 0;
  if (version > VERSION) return { kind: 'newer', version };
  if (version < VERSION || content.length !== 1 + SECRET_LENGTH) return { kind: 'none' };
  return { kind: 'ok', invitation: { secret: content.slice(1) } };
}

function looksCut(code: string): boolean {
  if (code.length < WORTH_MENTIONING || code.length > CODE_LENGTH + 2) return false;
  return beginning.test(code) || (code.length >= CODE_LENGTH - 4 && /\d/.test(code));
}

function checksum(content: Uint8Array): Uint8Array {
  return digest(content).slice(0, CHECKSUM_LENGTH);
}

import { readCopy, type CircleCopy } from '../document/circle-copy.ts';

export type { CircleCopy };

/** What a person has chosen to open. */
export type KeptFile =
  | { readonly kind: 'copy'; readonly copy: CircleCopy }
  /** A my-seat file, still locked. */
  | { readonly kind: 'seat'; readonly bytes: Uint8Array }
  | { readonly kind: 'trouble'; readonly trouble: FileTrouble };

export type FileTrouble = 'too-large' | 'empty' | 'unread' | 'web-page' | 'other' | 'cut' | 'newer';

/** Years of a busy circle are a few MB. */
const LARGEST = 30_000_000;

const trouble = (which: FileTrouble): KeptFile => ({ kind: 'trouble', trouble: which });

/** Finds out what a file is. One that is far too large is not even read. */
export async function readFile(file: Blob): Promise<KeptFile> {
  if (file.size > LARGEST) return trouble('too-large');
  if (file.size === 0) return trouble('empty');
  try {
    return keptFileOf(new Uint8Array(await file.arrayBuffer()));
  } catch {
    // The device took it away meanwhile: a stick was pulled out, a cloud file did not come.
    return trouble('unread');
  }
}

export function keptFileOf(bytes: Uint8Array): KeptFile {
  const head = new TextDecoder().decode(bytes.subarray(0, 64)).trimStart().toLowerCase();
  if (head.startsWith('age-encryption.org/')) return { kind: 'seat', bytes };
  if (head.startsWith('<')) return trouble('web-page');
  if (!head.startsWith('{')) return trouble('other');
  const reading = readCopy(new TextDecoder().decode(bytes));
  return reading.kind === 'ok' ? { kind: 'copy', copy: reading.copy } : trouble(reading.kind);
}

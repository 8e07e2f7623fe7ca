import { toHexString } from 'lib0/buffer';
import { digest } from 'lib0/hash/sha256';
import type { Norm } from '../domain/norm.ts';
import { normSetText } from '../domain/norm.ts';

/** Stands for one exact set of norms in force: 32 hex characters of SHA-256 over ids, NFC texts and statuses. */
export function normSetFingerprint(norms: readonly Norm[]): string {
  return toHexString(digest(new TextEncoder().encode(normSetText(norms)))).slice(0, 32);
}

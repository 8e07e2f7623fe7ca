import { wordlist } from '@scure/bip39/wordlists/english.js';
import { readInvitation } from './invitation.ts';
import { requireSecurePage } from './link-impossible.ts';

/** Slow, so that nobody searches for another circle or another text with the same words. */
const ROUNDS = 600_000;
const WORDS = 4;
/** What one word of the list stands for. */
const BITS = 11;

/**
 * Four words that stand for a circle's key and a text: 44 bits. Whoever reads them aloud and hears the same is in the
 * same circle and sees the same text. `null` where the link holds no key.
 */
export async function spokenWords(link: string, text: string): Promise<readonly string[] | null> {
  const reading = readInvitation(link);
  if (reading.kind !== 'ok') return null;
  requireSecurePage();
  const bytes = new TextEncoder().encode(`askwell 1 words ${text}`);
  const { secret } = reading.invitation;
  const source = await crypto.subtle.importKey('raw', secret, 'PBKDF2', false, ['deriveBits']);
  const salt = await crypto.subtle.digest('SHA-256', bytes);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: ROUNDS };
  const bits = new DataView(await crypto.subtle.deriveBits(how, source, 64)).getBigUint64(0);
  return Array.from({ length: WORDS }, (_, at) => {
    const index = Number((bits >> BigInt(64 - BITS * (at + 1))) & BigInt(2 ** BITS - 1));
    return wordlist[index] ?? '';
  });
}

import { Decrypter, Encrypter } from 'age-encryption';

/** 64 MB and about half a second: a phone can do it, and who tries passphrases pays it for each. */
const WORK = 16;
/** A file that asks for more would take the memory of a phone. */
const MOST_WORK = 18;

/** How every such file begins. */
const BEGINNING = 'age-encryption.org/v1\n';

export type Unsealed =
  | { readonly kind: 'ok'; readonly text: string }
  | { readonly kind: 'wrong-passphrase' }
  /** A part is missing or has changed. */
  | { readonly kind: 'cut' };

/** Locks a text with a passphrase, in the format of age, which other programs open too. */
export function seal(text: string, passphrase: string, work = WORK): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.setScryptWorkFactor(work);
  encrypter.setPassphrase(passphrase);
  return encrypter.encrypt(text);
}

export async function unseal(bytes: Uint8Array, passphrase: string): Promise<Unsealed> {
  const work = workOf(bytes);
  if (work === null || work > MOST_WORK) return { kind: 'cut' };
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  try {
    return { kind: 'ok', text: await decrypter.decrypt(bytes, 'text') };
  } catch (error) {
    const isWrong = error instanceof Error && error.message.startsWith('no identity matched');
    return { kind: isWrong ? 'wrong-passphrase' : 'cut' };
  }
}

/** The work that a file asks for, as a power of two. */
function workOf(bytes: Uint8Array): number | null {
  const head = new TextDecoder().decode(bytes.subarray(0, 100));
  const found = /^-> scrypt \S+ (\d{1,2})\n/.exec(head.slice(BEGINNING.length))?.[1];
  return head.startsWith(BEGINNING) && found ? Number(found) : null;
}

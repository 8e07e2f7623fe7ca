import { fromBase64, fromBase64UrlEncoded, toBase64, toBase64UrlEncoded } from 'lib0/buffer';

const NONCE = 12;
const TAG = 16;
/** Characters of one sealed message: 16 KB with what a rendezvous service puts around it. */
export const LONGEST = 15 * 1024;
/** Bytes of content that fit in one. */
export const ROOM = (LONGEST / 4) * 3 - NONCE - TAG;

/** Encrypts what goes through the rendezvous; only holders of the circle's secret can read or make it. */
export interface Seal {
  /** Where the circle's messages are exchanged. Says nothing about the secret, as the room's name. */
  readonly topic: string;
  close(content: Uint8Array): Promise<string>;
  /** `null` for what was not sealed with this key. */
  open(sealed: string): Promise<Uint8Array | null>;
}

/** @param secret `LinkKeys.relay` */
export async function sealFrom(secret: string): Promise<Seal> {
  const bytes = new Uint8Array(fromBase64UrlEncoded(secret));
  const source = await crypto.subtle.importKey('raw', bytes, 'HKDF', false, [
    'deriveBits',
    'deriveKey',
  ]);
  const how = (use: string) => ({
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(),
    info: new TextEncoder().encode(`askwell 1 relay ${use}`),
  });
  const aes = { name: 'AES-GCM', length: 256 };
  const key = await crypto.subtle.deriveKey(how('key'), source, aes, false, ['encrypt', 'decrypt']);
  const topic = await crypto.subtle.deriveBits(how('topic'), source, 128);

  return {
    topic: toBase64UrlEncoded(new Uint8Array(topic)),
    async close(content) {
      const iv = crypto.getRandomValues(new Uint8Array(NONCE));
      const plain = new Uint8Array(content);
      const cipher = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, plain);
      const sealed = new Uint8Array(NONCE + cipher.byteLength);
      sealed.set(iv);
      sealed.set(new Uint8Array(cipher), NONCE);
      return toBase64(sealed);
    },
    async open(sealed) {
      if (sealed.length > LONGEST) return null;
      try {
        const bytes = new Uint8Array(fromBase64(sealed));
        const iv = bytes.subarray(0, NONCE);
        const cipher = bytes.subarray(NONCE);
        return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, cipher));
      } catch {
        // No base64, too short, or sealed by somebody else: all the same to us.
        return null;
      }
    },
  };
}

import { toHexString } from 'lib0/buffer';
import { getPublicKey, schnorr, utils } from '@noble/secp256k1';
import { TAG } from './relay-message.ts';

/** Of the kinds that relays pass on and do not keep (20000 to 29999). */
export const KIND = 25_050;

/** What a relay takes and gives, by Nostr's NIP-01. */
export interface NostrEvent {
  readonly id: string;
  readonly pubkey: string;
  readonly created_at: number;
  readonly kind: number;
  readonly tags: readonly (readonly string[])[];
  readonly content: string;
  readonly sig: string;
}

/** A key for one socket, thrown away with it: relays take signed words only, and nobody here has a name. */
export class ThrowAwayKey {
  readonly #secret = utils.randomSecretKey();
  /** Without its first byte, which only tells the sign. */
  readonly publicKey = toHexString(getPublicKey(this.#secret).slice(1));

  async sign(topic: string, content: string, seconds: number): Promise<NostrEvent> {
    const event = { pubkey: this.publicKey, created_at: seconds, kind: KIND, content };
    const tags = [[TAG, topic]];
    const { pubkey, created_at, kind } = event;
    const id = await hash(JSON.stringify([0, pubkey, created_at, kind, tags, content]));
    const sig = toHexString(await schnorr.signAsync(id, this.#secret));
    return { ...event, id: toHexString(id), tags, sig };
  }
}

/** What a relay learns of a topic: enough to bring together who knows it, and nothing of what is named. */
export async function hiddenTopic(topic: string): Promise<string> {
  return toHexString(await hash(`askwell nostr ${topic}`)).slice(0, 32);
}

async function hash(text: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
}

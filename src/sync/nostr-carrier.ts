import { carry, Carrier, type Said } from './carriers.ts';
import type { RelayTalk, Trouble } from './nostr/relay-talk.ts';

/** What stands before the address of a service that is a Nostr relay. */
const MARK = 'nostr+';
/** Milliseconds before the next try, after so many in vain: a public relay is nobody's property. */
const PATIENCE = [0, 0, 2000, 5000, 10_000, 20_000, 30_000] as const;

const inVain = new Map<string, number>();

/** From now on y-webrtc meets at Nostr relays too. */
export function carryNostr(): void {
  carry(MARK, (address) => new NostrCarrier(address));
}

/** A Nostr relay that looks like a rendezvous. What speaks to it is loaded when there is one. */
class NostrCarrier extends Carrier {
  readonly #address: string;
  #talk: RelayTalk | null = null;
  #waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(address: string) {
    super();
    this.#address = address.slice(MARK.length);
    const tries = inVain.get(address) ?? 0;
    inVain.set(address, tries + 1);
    this.#waiting = setTimeout(() => this.hurry(), PATIENCE[Math.min(tries, PATIENCE.length - 1)]);
  }

  override get trouble(): Trouble | null {
    return this.#talk?.trouble ?? null;
  }

  override hurry(): void {
    if (this.#waiting === undefined) return;
    clearTimeout(this.#waiting);
    this.#waiting = undefined;
    this.#begin().catch((error: unknown) => {
      console.warn('Nostr did not begin:', error instanceof Error ? error.name : 'unknown');
      this.close();
    });
  }

  async #begin(): Promise<void> {
    const { RelayTalk } = await import('./nostr/relay-talk.ts');
    if (this.readyState !== 0) return;
    this.#talk = new RelayTalk(this.#address, {
      opened: () => {
        inVain.delete(`${MARK}${this.#address}`);
        this.opened();
      },
      heard: (topic, word) => this.hear(topic, word),
      isThere: () => this.pong(),
      closed: () => this.close(),
    });
  }

  protected take(said: Said): void {
    this.#talk?.take(said);
  }

  protected override closed(): void {
    clearTimeout(this.#waiting);
    this.#waiting = undefined;
    this.#talk?.close();
  }
}

import type { PeerId } from './link.ts';

/** A page that has not been heard of for so long is taken for gone, ms. */
const FRESH = 60_000;
const MOST = 24;
/** As if we had missed it for so long already, ms: long enough to listen whether it asks. */
const AT_ONCE = 4000;

interface Sighting {
  /** Since when we know of it without reaching it. */
  readonly missedSince: number;
  readonly heardAt: number;
}

/** The pages of which we have heard at the rendezvous and that we do not reach. */
export class Sightings {
  readonly #pages = new Map<PeerId, Sighting>();

  heardOf(page: PeerId): void {
    const now = performance.now();
    const { missedSince = now } = this.#pages.get(page) ?? {};
    if (this.#pages.size >= MOST && !this.#pages.has(page)) return;
    this.#pages.set(page, { missedSince, heardAt: now });
  }

  /** A page that we had reached by relay is looked for at once. */
  lost(page: PeerId): void {
    const now = performance.now();
    this.#pages.delete(page);
    if (this.#pages.size < MOST)
      this.#pages.set(page, { missedSince: now - AT_ONCE, heardAt: now });
  }

  /** Since when the one that has been missed for longest is missed; `null` when none is. */
  missedSince(isReached: (page: PeerId) => boolean): number | null {
    const now = performance.now();
    let longest: number | null = null;
    for (const [page, { missedSince, heardAt }] of this.#pages) {
      if (isReached(page) || now - heardAt > FRESH) this.#pages.delete(page);
      else longest = Math.min(longest ?? missedSince, missedSince);
    }
    return longest;
  }
}

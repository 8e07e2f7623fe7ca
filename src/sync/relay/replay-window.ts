import type { PeerId } from '../link.ts';

/** How far behind the newest a message may come, as a service may deliver in another order. */
const WINDOW = 128;
/** More pages than a circle has, over a long day of reloads. */
export const MOST_PAGES = 64;

interface Seen {
  newest: number;
  readonly recent: Set<number>;
}

/** Lets each message of each page through once: a service may repeat, or keep one and say it again later. */
export class ReplayWindow {
  readonly #pages = new Map<PeerId, Seen>();

  isNew(from: PeerId, sequence: number): boolean {
    const seen = this.#pages.get(from) ?? { newest: -1, recent: new Set() };
    if (sequence <= seen.newest - WINDOW || seen.recent.has(sequence)) return false;
    seen.recent.add(sequence);
    if (sequence > seen.newest) {
      seen.newest = sequence;
      for (const old of seen.recent) if (old <= sequence - WINDOW) seen.recent.delete(old);
    }
    // Set anew, so that the page that has been silent for longest is the first to be forgotten.
    this.#pages.delete(from);
    this.#pages.set(from, seen);
    const [oldest] = this.#pages.keys();
    if (this.#pages.size > MOST_PAGES && oldest !== undefined) this.#pages.delete(oldest);
    return true;
  }
}

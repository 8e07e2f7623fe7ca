import type { PeerId, Reach } from './link.ts';

/** Long enough for a rendezvous to join two pages by itself, and for one of the two to be first. */
const SOONEST = 250;
const LATEST = 700;

/**
 * Asks the connected members to introduce us, whenever there is a page that we reach through others only. What does not
 * come of it is tried again with each comparison of documents.
 */
export class Introductions {
  readonly #ask: () => void;
  readonly #isBegun: (page: PeerId) => boolean;
  #reach: ReadonlyMap<PeerId, Reach> = new Map();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `isBegun` says whether a connection to a page is already on its way. */
  constructor(ask: () => void, isBegun: (page: PeerId) => boolean) {
    this.#ask = ask;
    this.#isBegun = isBegun;
  }

  /** To be called with everyone that can be reached, whenever that has changed. */
  see(reach: ReadonlyMap<PeerId, Reach>): void {
    const isNew = [...reach.keys()].some(
      (page) => !this.#reach.has(page) || this.#lost(page, reach),
    );
    this.#reach = reach;
    if (!isNew || !this.#isNeeded()) return;
    this.#timer ??= setTimeout(
      () => {
        this.#timer = undefined;
        if (this.#isNeeded()) this.#ask();
      },
      SOONEST + Math.random() * (LATEST - SOONEST),
    );
  }

  close(): void {
    clearTimeout(this.#timer);
  }

  #lost(page: PeerId, reach: ReadonlyMap<PeerId, Reach>): boolean {
    return this.#reach.get(page)?.kind === 'direct' && reach.get(page)?.kind === 'through';
  }

  #isNeeded(): boolean {
    return [...this.#reach].some(([page, { kind }]) => kind === 'through' && !this.#isBegun(page));
  }
}

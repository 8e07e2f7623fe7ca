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
  readonly #giveUp: (page: PeerId) => void;
  /** With whom members have let us begin a connection. */
  readonly #carried = new Set<PeerId>();
  #reach: ReadonlyMap<PeerId, Reach> = new Map();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param isBegun whether a connection to a page is already on its way
   * @param giveUp ends a connection that is on its way, so that it can begin anew by another road
   */
  constructor(ask: () => void, isBegun: (page: PeerId) => boolean, giveUp: (page: PeerId) => void) {
    this.#ask = ask;
    this.#isBegun = isBegun;
    this.#giveUp = giveUp;
  }

  /** A connection begins, and its signals go the way that the first one came. */
  begins(page: PeerId, throughMembers: boolean): void {
    if (throughMembers) this.#carried.add(page);
    else this.#carried.delete(page);
  }

  /** A member is gone who may have been given a signal to carry, and whoever waits for it may wait in vain. */
  lostCarrier(): void {
    for (const page of this.#carried) this.#giveUp(page);
    this.#carried.clear();
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

import type { PeerId } from './link.ts';

function lockOf(page: PeerId): string {
  return `askwell page ${page}`;
}

/**
 * Tells when another tab of this browser is gone, closed or crashed: each page holds a lock in its
 * own name, and who gets the lock of another knows that its holder is no more. A tab's farewell over
 * BroadcastChannel is encrypted first, and comes too late when the page unloads.
 */
export class TabLifeline {
  readonly #released = new AbortController();
  readonly #watched = new Set<PeerId>();
  #seen: ReadonlySet<PeerId> = new Set();
  readonly #gone: (tab: PeerId) => void;

  constructor(self: PeerId, gone: (tab: PeerId) => void) {
    this.#gone = gone;
    const { signal } = this.#released;
    const untilReleased = () =>
      new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
    this.#hold(lockOf(self), untilReleased);
  }

  /**
   * To be called about every 500 ms with the tabs that are open. A tab is watched from the second
   * look on, when it has got its own lock for certain.
   */
  look(tabs: ReadonlySet<PeerId>): void {
    for (const tab of tabs) if (this.#seen.has(tab)) this.#watch(tab);
    this.#seen = new Set(tabs);
  }

  release(): void {
    this.#released.abort();
  }

  #watch(tab: PeerId): void {
    if (this.#watched.has(tab)) return;
    this.#watched.add(tab);
    this.#hold(lockOf(tab), () => {
      this.#watched.delete(tab);
      this.#gone(tab);
    });
  }

  #hold(lock: string, act: () => Promise<void> | void): void {
    const { signal } = this.#released;
    navigator.locks.request(lock, { signal }, act).catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });
  }
}

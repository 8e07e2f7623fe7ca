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
  readonly #gone: (tab: PeerId) => void;

  constructor(self: PeerId, gone: (tab: PeerId) => void) {
    this.#gone = gone;
    const { signal } = this.#released;
    const untilReleased = () =>
      new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
    void navigator.locks.request(lockOf(self), untilReleased);
  }

  watch(tab: PeerId): void {
    if (this.#watched.has(tab)) return;
    this.#watched.add(tab);
    const { signal } = this.#released;
    const tell = () => {
      this.#watched.delete(tab);
      this.#gone(tab);
    };
    navigator.locks.request(lockOf(tab), { signal }, tell).catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });
  }

  release(): void {
    this.#released.abort();
  }
}

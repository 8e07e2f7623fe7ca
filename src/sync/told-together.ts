import { Listeners } from './listeners.ts';

/** Listeners that are told once for all that changed within one step of the page. */
export class ToldTogether {
  readonly #listeners = new Listeners<void>();
  #isTold = true;

  /** Returns its own undo. */
  add(listener: () => void): () => void {
    return this.#listeners.add(listener);
  }

  tell(): void {
    if (!this.#isTold) return;
    this.#isTold = false;
    queueMicrotask(() => {
      this.#isTold = true;
      this.#listeners.tell();
    });
  }
}

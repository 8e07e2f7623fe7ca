import { createSubscriber } from 'svelte/reactivity';

/** Circle time as something runes can read; it ticks only while it is looked at. */
export class Ticker {
  readonly #now: () => number;
  readonly #subscribe: () => void;

  /** @param every ms between two ticks */
  constructor(now: () => number, every = 250) {
    this.#now = now;
    this.#subscribe = createSubscriber((tick) => {
      const timer = setInterval(tick, every);
      return () => clearInterval(timer);
    });
  }

  get now(): number {
    this.#subscribe();
    return this.#now();
  }
}

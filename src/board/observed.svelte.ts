import { createSubscriber } from 'svelte/reactivity';

/**
 * A source outside Svelte as something runes can read. It listens while somebody looks and stops after the last has
 * gone; outside an effect it is a plain read.
 */
export class Observed<Value> {
  readonly #read: () => Value;
  readonly #subscribe: () => void;

  constructor(read: () => Value, listen: (changed: () => void) => () => void) {
    this.#read = read;
    this.#subscribe = createSubscriber(listen);
  }

  get current(): Value {
    this.#subscribe();
    return this.#read();
  }
}

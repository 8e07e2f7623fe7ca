import type { Environment } from 'vitest/runtime';

/** What boards ask of a browser besides Svelte's runes: loading a whole DOM takes longer than all their tests. */
class Address {
  readonly origin = 'http://localhost:3000';
  readonly pathname = '/';
  readonly #events: EventTarget;
  #hash = '';

  constructor(events: EventTarget) {
    this.#events = events;
  }

  get hash(): string {
    return this.#hash;
  }

  set hash(wanted: string) {
    if (this.show(wanted)) setTimeout(() => this.#events.dispatchEvent(new Event('hashchange')));
  }

  get href(): string {
    return this.origin + this.pathname + this.#hash;
  }

  /** What `history` does: nobody hears of it. True where it changes anything. */
  show(url: string): boolean {
    const { hash } = new URL(url, this.href);
    const isAnother = hash !== this.#hash;
    this.#hash = hash;
    return isAnother;
  }
}

/** Also lists its keys, as `{ ...localStorage }` shows. */
class Store {
  getItem(key: string): string | null {
    return Object.hasOwn(this, key) ? String(Reflect.get(this, key)) : null;
  }

  setItem(key: string, value: string): void {
    Reflect.set(this, key, value);
  }

  removeItem(key: string): void {
    Reflect.deleteProperty(this, key);
  }

  clear(): void {
    for (const key of Object.keys(this)) this.removeItem(key);
  }
}

export default {
  name: 'window',
  // Compiled for the server, Svelte's effects silently do nothing.
  viteEnvironment: 'client',
  setup(global: object) {
    const events = new EventTarget();
    const location = new Address(events);
    Object.assign(global, {
      window: global,
      addEventListener: events.addEventListener.bind(events),
      removeEventListener: events.removeEventListener.bind(events),
      dispatchEvent: events.dispatchEvent.bind(events),
      document: Object.assign(new EventTarget(), { visibilityState: 'visible' }),
      localStorage: new Store(),
      location,
      history: { replaceState: (_: unknown, __: string, url: string) => location.show(url) },
    });
    return { teardown: () => undefined };
  },
} satisfies Environment;

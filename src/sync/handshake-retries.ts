import type { PeerId } from './link.ts';

/** A busy page may need another try, and then another. */
const FREE = 3;
const FIRST_WAIT = 10_000;
const LONGEST_WAIT = 120_000;
const MOST = 64;

interface Tries {
  readonly count: number;
  readonly last: number;
}

/**
 * Two pages between which there is no way would try again for ever, a dozen messages each time. After a few tries each
 * waits for longer before it begins another.
 */
export class HandshakeRetries {
  readonly #pages = new Map<PeerId, Tries>();

  /** Whether to begin with a page now; counts as a try when so. */
  mayTry(page: PeerId): boolean {
    const { count, last } = this.#pages.get(page) ?? { count: 0, last: 0 };
    if (count >= FREE && performance.now() - last < waitAfter(count)) return false;
    this.tried(page);
    return true;
  }

  /** A handshake has begun, perhaps by the other side. */
  tried(page: PeerId): void {
    const { count = 0 } = this.#pages.get(page) ?? {};
    this.#pages.delete(page);
    this.#pages.set(page, { count: count + 1, last: performance.now() });
    const [oldest] = this.#pages.keys();
    if (this.#pages.size > MOST && oldest !== undefined) this.#pages.delete(oldest);
  }

  succeeded(page: PeerId): void {
    this.#pages.delete(page);
  }

  /** The network is another one now, or a person wants it tried. */
  startAfresh(): void {
    this.#pages.clear();
  }
}

const waitAfter = (count: number): number =>
  Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (count - FREE));

import { hasWebRtc } from './link-impossible.ts';
import type { Meeting } from './meeting.ts';
import type { Relaying, RelayedLink } from './relay/relaying.ts';
import type { Sightings } from './sightings.ts';

/** No page is missed for so long where a direct way exists, ms. */
const LOAD_AFTER = 3000;

/** The relay through the rendezvous, which most circles never need and so never load. */
export class LastResort {
  readonly #link: RelayedLink;
  readonly #sightings: Sightings;
  readonly #secret: string;
  readonly #meetings: readonly Meeting[];
  #relaying: Relaying | null = null;
  #isLoading = false;
  #isClosed = false;

  constructor(
    link: RelayedLink,
    sightings: Sightings,
    secret: string,
    meetings: readonly Meeting[],
  ) {
    this.#link = link;
    this.#sightings = sightings;
    this.#secret = secret;
    this.#meetings = meetings;
  }

  /** To be called about every 500 ms. */
  look(): void {
    const since = this.#sightings.missedSince((page) => this.#link.isReached(page));
    if (this.#relaying !== null) return this.#relaying.look(since);
    if (since === null) return;
    if (hasWebRtc() && performance.now() - since < LOAD_AFTER) return;
    this.#load();
  }

  startAfresh(): void {
    this.#relaying?.startAfresh();
  }

  leave(): void {
    this.#relaying?.leave();
  }

  /** Says goodbye to those who are reached by relay. */
  async close(): Promise<void> {
    this.#isClosed = true;
    try {
      await this.#relaying?.close();
    } catch (error) {
      console.info('no farewell by relay', error);
    }
  }

  #load(): void {
    if (this.#isLoading) return;
    this.#isLoading = true;
    import('./relay/relaying.ts')
      .then(({ startRelaying }) => startRelaying(this.#link, this.#secret, this.#meetings))
      .then((relaying) => {
        if (!this.#isClosed) this.#relaying = relaying;
      })
      .catch((error: unknown) => console.warn('the relay could not be loaded', error))
      .finally(() => (this.#isLoading = false));
  }
}

import type { Connect } from '../sync/link.ts';
import type { SiteConfig } from './config.ts';

const loadLink = () => import('../sync/webrtc-link.ts');

/** What connecting needs besides a circle: the site's settings and the code of the link. */
export class Connecting {
  readonly #base: string;
  #first: Promise<SiteConfig> | null = null;

  /** @param base the path below which the site is served, with slashes */
  constructor(base: string) {
    this.#base = base;
  }

  /** Loads both while the disk is read, for neither needs the other. What fails here is tried again when it is needed. */
  loadAhead(): void {
    const waits = (error: unknown): void => console.info('connecting is loaded later', error);
    loadLink()
      .then(({ load }) => load())
      .catch(waits);
    this.#first = this.#fetch();
    this.#first.catch(waits);
  }

  /** Asked anew each time but the first: a host may change its settings while a page is open. */
  config = (): Promise<SiteConfig> => {
    const first = this.#first;
    this.#first = null;
    return first ?? this.#fetch();
  };

  async #fetch(): Promise<SiteConfig> {
    const { fetchConfig } = await import('./config.ts');
    return fetchConfig(this.#base);
  }

  connect: Connect = async (...link) => (await loadLink()).connect(...link);
}

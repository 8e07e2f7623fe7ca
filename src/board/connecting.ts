import type { Doc } from '../document/early-doc.ts';
import type { Connect, LinkKeys } from '../sync/link.ts';
import type { SiteConfig } from './config.ts';
import { LinkAhead } from './link-ahead.ts';

const loadLink = () => import('../sync/webrtc-link.ts');

/** What connecting needs besides a circle: the site's settings and the code of the link. */
export class Connecting {
  readonly #base: string;
  #first: Promise<SiteConfig> | null = null;
  #ahead: LinkAhead | null = null;

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
    // Both at once: the answer does not wait for the code that reads it.
    const [response, { readConfig }] = await Promise.all([
      fetch(`${this.#base}config.json`),
      import('./config.ts'),
    ]);
    return readConfig(response, this.#base);
  }

  /** Begins to look for the others while the disk is read. The circle's document has to be this one then. */
  lookAhead(keys: Promise<LinkKeys>): Doc {
    this.dropAhead();
    this.#ahead = new LinkAhead(keys, this.#first ?? this.#fetch(), this.#connect);
    return this.#ahead.doc;
  }

  /** Nobody will take the link that was opened ahead, if there is one. */
  dropAhead(): void {
    this.#ahead?.drop().catch((error: unknown) => console.info('a link did not close well', error));
    this.#ahead = null;
  }

  connect: Connect = async (doc, keys, settings) => {
    const ahead = this.#ahead;
    this.#ahead = null;
    return (await ahead?.take(doc, settings)) ?? this.#connect(doc, keys, settings);
  };

  #connect: Connect = async (...link) => (await loadLink()).connect(...link);
}

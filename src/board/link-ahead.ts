import { earlyDoc, type Doc } from '../document/early-doc.ts';
import type { Connect, Link, LinkKeys, LinkSettings } from '../sync/link.ts';
import type { SiteConfig } from './config.ts';
import { mayContact } from './contact-consent.ts';
import { settingsOf } from './link-settings.ts';

/**
 * A link that is opened while the disk is still being read, for somebody who comes by an invitation: finding the others
 * takes as long as all the rest, and needs nothing of it. Nothing is exchanged until the circle takes the link over.
 */
export class LinkAhead {
  readonly doc = earlyDoc();
  readonly #settings: Promise<LinkSettings | null>;
  readonly #link: Promise<Link | null>;
  readonly #ready = Promise.withResolvers<void>();
  #clock: LinkSettings['clock'] = () => ({ now: Date.now(), heldFor: 0 });
  #isTaken = false;

  constructor(keys: Promise<LinkKeys>, config: Promise<SiteConfig>, connect: Connect) {
    this.#settings = config.then((site) =>
      mayContact(site.foreignHosts)
        ? { ...settingsOf(site, () => this.#clock()), ready: this.#ready.promise }
        : null,
    );
    this.#link = this.#open(keys, connect).catch((error: unknown) => {
      console.info('the link is opened later', error);
      return null;
    });
  }

  async #open(keys: Promise<LinkKeys>, connect: Connect): Promise<Link | null> {
    const [settings, found] = await Promise.all([this.#settings, keys]);
    return settings && connect(this.doc, found, settings);
  }

  /** The link, if it is the one that is wanted now; its document holds from here on what the disk had. */
  async take(doc: Doc, settings: LinkSettings): Promise<Link | null> {
    if (this.#isTaken || doc !== this.doc) return null;
    this.#isTaken = true;
    this.#clock = settings.clock;
    const link = await this.#link;
    if (link && !isSame(settings, await this.#settings)) {
      await link.close();
      return null;
    }
    this.#ready.resolve();
    return link;
  }

  /** Closes the link if no circle has taken it. */
  async drop(): Promise<void> {
    if (this.#isTaken) return;
    this.#isTaken = true;
    await (await this.#link)?.close();
  }
}

/** The person may have agreed to a service, or chosen TURN alone, in another tab meanwhile. */
function isSame(one: LinkSettings, other: LinkSettings | null): boolean {
  const named = ({ rendezvous, iceServers, relayOnly }: LinkSettings) =>
    JSON.stringify({ rendezvous, iceServers, relayOnly });
  return other !== null && named(one) === named(other);
}

import type { Doc } from '../document/early-doc.ts';
import type { Link, LinkKeys, LinkSettings } from '../sync/link.ts';
import type { CircleClock } from './circle-clock.ts';
import { settingsOf } from './link-settings.ts';
import type { LinkTrouble, LiveLink } from './live-link.svelte.ts';
import { setRelayOnly } from './relay-only.ts';
import type { Surroundings } from './surroundings.ts';
import { wayAcross } from './way-across.ts';

/** How a circle gets its link: by the ways that the site names and the person allows. */
export class CircleConnection {
  keys: LinkKeys;
  readonly #doc: Doc;
  readonly #link: LiveLink;
  readonly #clock: CircleClock;
  readonly #surroundings: Surroundings;
  readonly #opened: () => void;
  #connecting: Promise<void> | null = null;
  #settings: LinkSettings | null = null;
  #isClosed = false;
  /** Until then it finds nobody: what is deleted on this device is not to be deleted on others yet. Epoch ms. */
  restsUntil = 0;

  constructor(
    doc: Doc,
    keys: LinkKeys,
    link: LiveLink,
    clock: CircleClock,
    surroundings: Surroundings,
    opened: () => void,
  ) {
    this.#doc = doc;
    this.keys = keys;
    this.#link = link;
    this.#clock = clock;
    this.#surroundings = surroundings;
    this.#opened = opened;
  }

  /** Finds the others. The circle is open and usable meanwhile, and stays so when this fails. */
  connect(): Promise<void> {
    if (Date.now() < this.restsUntil) return Promise.resolve();
    this.#connecting ??= this.#connect().finally(() => {
      this.#connecting = null;
    });
    return this.#connecting;
  }

  async #connect(): Promise<void> {
    const link = this.#link;
    try {
      const config = await this.#surroundings.config();
      link.configFaults = config.faults;
      link.hasTurn = config.hasTurn;
      link.contacts = config.contacts;
      link.wayAcross = wayAcross(config.iceServers);
      link.iceServers = config.iceServers.flatMap(({ urls }) => urls);
      if (!this.#surroundings.mayContact(config.foreignHosts)) {
        link.asksFor = config.foreignHosts;
        return;
      }
      link.asksFor = [];
      this.#settings = settingsOf(config, () => this.#clock.told());
      const { connect } = this.#surroundings;
      const opened = await connect(this.#doc, this.keys, this.#settings);
      // The circle was closed meanwhile: an open link would keep its room from ever being opened again.
      if (this.#isClosed) return await opened.close();
      link.attach(opened);
      link.trouble = null;
      this.#opened();
    } catch (error) {
      link.trouble = troubleOf(error);
    }
  }

  /**
   * Chooses for this device whether all goes through TURN, and connects anew by that way.
   * @param before closes what else has a link
   */
  async goByRelay(only: boolean, before: () => Promise<void>): Promise<void> {
    setRelayOnly(only);
    await this.#connecting;
    await before();
    await this.#link.close();
    await this.connect();
  }

  /** Leaves the room that the circle is in. */
  async leaveRoom(): Promise<void> {
    await this.#connecting;
    await this.#link.close();
  }

  /** Opens a link beside this circle's own, by the same ways. */
  openBeside(doc: Doc, keys: LinkKeys): Promise<Link> {
    if (!this.#settings) throw new Error('this circle has no link yet');
    return this.#surroundings.connect(doc, keys, this.#settings);
  }

  /** A link that is still being opened is closed as soon as it is there. */
  end(): void {
    this.#isClosed = true;
  }
}

function troubleOf(error: unknown): LinkTrouble {
  // By its name: the settings are read by a part of the page that is loaded with them.
  if (error instanceof Error && error.name === 'ConfigUnreadable') return 'config';
  const reason = error instanceof Error && 'reason' in error ? error.reason : null;
  return reason === 'no-webrtc' || reason === 'not-secure' ? reason : 'failed';
}

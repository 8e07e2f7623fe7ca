import type { RememberedCircle } from '../storage/database.ts';
import { RememberedCircles } from '../storage/remembered-circles.ts';
import { formatInvitation, type Invitation } from '../sync/invitation.ts';
import { deriveKeys } from '../sync/link-keys.ts';
import type { Connecting } from './connecting.ts';
import { mayContact } from './contact-consent.ts';
import { OtherTabs, openDatabase } from './open-database.svelte.ts';
import type { Surroundings } from './surroundings.ts';
import { freshId } from './writer.svelte.ts';

/** The circles that this browser remembers, and what it takes to open one of them. */
export class CirclesHere {
  /** False where this browser stores nothing: the circle lives only as long as this page. */
  keeps = $state(true);
  readonly otherTabs = new OtherTabs();
  readonly #connecting: Connecting;
  #surroundings: Surroundings | null = null;

  constructor(connecting: Connecting) {
    this.#connecting = connecting;
  }

  /** What an open circle needs of its surroundings. Opens the disk at the first call. */
  async surroundings(): Promise<Surroundings> {
    if (this.#surroundings) return this.#surroundings;
    const database = await openDatabase(this.otherTabs);
    this.keeps = database !== null;
    const { connect, config } = this.#connecting;
    this.#surroundings = { database, connect, config, mayContact };
    return this.#surroundings;
  }

  async all(): Promise<readonly RememberedCircle[]> {
    const { database } = await this.surroundings();
    return database ? new RememberedCircles(database).all() : [];
  }

  /** This browser's row for a circle, made on first sight. Rejects with `LinkImpossible` on an unsafe page. */
  async recall(invitation: Invitation, keys = deriveKeys(invitation)): Promise<RememberedCircle> {
    const opened = this.surroundings();
    const { circle } = await keys;
    const { database } = await opened;
    const circles = database && new RememberedCircles(database);
    const fresh: RememberedCircle = {
      id: freshId(8),
      circle,
      invitation: formatInvitation(invitation),
      device: freshId(),
      member: null,
      openedAt: Date.now(),
      clockOffset: 0,
      name: '',
      members: [],
      next: null,
      lastMet: null,
      openCommitments: 0,
    };
    try {
      return (await circles?.findOrRemember(fresh)) ?? fresh;
    } catch {
      // A full disk: the circle opens all the same, and the page says that it is not kept.
      this.keeps = false;
      return fresh;
    }
  }
}

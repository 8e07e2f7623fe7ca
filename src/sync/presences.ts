import type * as Y from 'yjs';
import {
  applyAwarenessUpdate,
  Awareness,
  encodeAwarenessUpdate,
  removeAwarenessStates,
} from 'y-protocols/awareness';
import type { PeerId } from './link.ts';
import { parsePageState, type PageState } from './page-state.ts';
import { withinCaps } from './presence-caps.ts';

/** The origin of removals that every page finds out by itself, and that need not be passed on. */
export const FOUND_GONE = Symbol('found gone');

const LONGEST_PRESENCE = 4096;

interface Known {
  readonly client: number;
  readonly presence: unknown;
  readonly near: ReadonlySet<PeerId>;
  readonly slow: ReadonlySet<PeerId>;
}

/** What all pages of the circle say of themselves, ours included, kept in Yjs's awareness. */
export class Presences {
  readonly awareness: Awareness;
  #mine: PageState = { page: '', near: [], slow: [], presence: null };
  #known = new Map<PeerId, Known>();

  constructor(doc: Y.Doc) {
    this.awareness = new Awareness(doc);
    this.awareness.on('change', () => this.#readAll());
  }

  /** Says it again even when nothing is new: others take a state only with a higher clock. */
  publish(news: Partial<PageState> = {}): void {
    this.#mine = { ...this.#mine, ...news };
    this.awareness.setLocalState({ ...this.#mine });
  }

  /** Throws a RangeError when it is longer than 4 KB of JSON. */
  say(presence: object): void {
    if (JSON.stringify(presence).length > LONGEST_PRESENCE) {
      throw new RangeError('a presence is longer than 4 KB');
    }
    this.publish({ presence });
  }

  /** What this page last said of itself. */
  get mine(): unknown {
    return this.#mine.presence;
  }

  near = (page: PeerId): ReadonlySet<PeerId> | undefined => this.#known.get(page)?.near;

  slow = (page: PeerId): ReadonlySet<PeerId> | undefined => this.#known.get(page)?.slow;

  has(page: PeerId): boolean {
    return this.#known.has(page);
  }

  of(page: PeerId): unknown {
    return this.#known.get(page)?.presence ?? null;
  }

  take(update: Uint8Array, origin: object): void {
    applyAwarenessUpdate(this.awareness, withinCaps(this.awareness, update), origin);
  }

  encode(clients: Iterable<number> = this.awareness.getStates().keys()): Uint8Array {
    return encodeAwarenessUpdate(this.awareness, [...clients]);
  }

  forget(pages: Iterable<PeerId>): void {
    const clients = [...pages].flatMap((page) => this.#known.get(page)?.client ?? []);
    removeAwarenessStates(this.awareness, clients, FOUND_GONE);
  }

  #readAll(): void {
    this.#known = new Map();
    for (const [client, state] of this.awareness.getStates()) {
      const said = parsePageState(state);
      if (said === null || client === this.awareness.clientID) continue;
      const { page, presence, near, slow } = said;
      this.#known.set(page, { client, presence, near: new Set(near), slow: new Set(slow) });
    }
  }
}

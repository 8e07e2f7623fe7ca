import type { Conversation } from './conversation.ts';
import type { Mismatch, Peer, PeerId, Reach } from './link.ts';
import type { Mesh } from './mesh.ts';
import type { Presences } from './presences.ts';
import { reachOf } from './reach.ts';
import { Sightings } from './sightings.ts';

/** Who is found in the circle, by which way, and who is not. */
export class FoundPages {
  readonly sightings = new Sightings();
  readonly #self: PeerId;
  readonly #mesh: Mesh;
  readonly #presences: Presences;
  readonly #mismatched = new Map<Conversation, Mismatch>();
  #reach = new Map<PeerId, Reach>();

  constructor(self: PeerId, mesh: Mesh, presences: Presences) {
    this.#self = self;
    this.#mesh = mesh;
    this.#presences = presences;
  }

  get reach(): ReadonlyMap<PeerId, Reach> {
    return this.#reach;
  }

  /** The others, in the order of their ids. */
  peers(): readonly Peer[] {
    return [...this.#reach]
      .filter(([id]) => this.#mesh.has(id) || this.#presences.has(id))
      .map(([id, reach]) => ({
        id,
        reach: this.#mesh.reachOf(id) ?? reach,
        presence: this.#presences.of(id),
      }))
      .sort((one, other) => (one.id < other.id ? -1 : 1));
  }

  /** A page that speaks another protocol than ours, where there is one; rather one that has said whose it is. */
  get mismatch(): Mismatch | null {
    const all = [...this.#mismatched.values()];
    return all.find(({ presence }) => presence !== null) ?? all[0] ?? null;
  }

  /** Our conversations, with those that cannot understand us. */
  get conversations(): Conversation[] {
    return [...this.#mesh.conversations, ...this.#mismatched.keys()];
  }

  get mismatched(): Iterable<Conversation> {
    return this.#mismatched.keys();
  }

  addMismatched(conversation: Conversation, theirs: Mismatch['theirs'], presence: unknown): void {
    this.#mismatched.set(conversation, { theirs, presence });
  }

  /** Says whether it was one of them. */
  removeMismatched(conversation: Conversation): boolean {
    return this.#mismatched.delete(conversation);
  }

  /** A page of another version is found, even though nothing can be said to it. */
  isReached(page: PeerId): boolean {
    return this.#reach.has(page) || [...this.#mismatched.keys()].some(({ peer }) => peer === page);
  }

  /** Whether we have a channel of our own to everyone who is found, and the rendezvous carries none. */
  get isWhole(): boolean {
    const ways = [...this.#reach.values()];
    const areDirect = ways.length > 0 && ways.every(({ kind }) => kind === 'direct');
    return areDirect && this.#mesh.relayed().length === 0;
  }

  /** Who could be reached and no longer can is gone, and is not shown for another half minute. */
  look(): void {
    const before = this.#reach;
    this.#reach = reachOf(this.#self, this.#mesh.direct(), this.#presences.near);
    const gone = [...before.keys()].filter((page) => !this.#reach.has(page));
    // Who needed a relay, here or there, may be there still and need another one.
    for (const page of gone) {
      if ((this.#presences.slow(page)?.size ?? 0) > 0) this.sightings.lost(page);
    }
    if (gone.length > 0) this.#presences.forget(gone);
  }

  clear(): void {
    this.#reach.clear();
  }
}

import { hasWebRtc } from '../link-impossible.ts';
import type { PeerId } from '../link.ts';
import { Relay, type Carrier } from './relay.ts';
import type { RelayChannel } from './relay-channel.ts';
import { sealFrom } from './seal.ts';
import { sideOf, spareRelays, waysOf, type Known } from './ways.ts';
import { answerAfter, askAfter, LINGER, LISTEN_AFTER, type Standing } from './when-to-relay.ts';

/** How long a relay must have been spare before it ends: what pages say of their ways arrives one after the other. */
const SPARE_FOR = 3000;

/** What the link knows and does, for those who decide about relays. */
export interface RelayedLink {
  readonly self: PeerId;
  known(): Known;
  /** Whether we have a channel of WebRTC to anybody. */
  hasChannel(): boolean;
  isReached(page: PeerId): boolean;
  converse(channel: RelayChannel): void;
}

/**
 * Decides when words go through the rendezvous: to one page of those that we know of and cannot reach, for as long as
 * no other way is found.
 */
export class Relaying {
  readonly relay: Relay;
  readonly #link: RelayedLink;
  readonly #answers = new Map<PeerId, number>();
  readonly #spareSince = new Map<PeerId, number>();
  #isSure = false;
  #asked = 0;
  #busyAt = -Infinity;

  constructor(
    link: RelayedLink,
    parts: Pick<ConstructorParameters<typeof Relay>[0], 'carriers' | 'seal'>,
  ) {
    this.#link = link;
    this.relay = new Relay({
      self: link.self,
      ...parts,
      converse: (channel) => link.converse(channel),
      asked: (by) => this.#heardAsking(by),
    });
  }

  /** To be called about every 500 ms, with the time since which a page is missed that is not reached. */
  look(missedSince: number | null): void {
    const now = performance.now();
    this.relay.look();
    if (this.#link.hasChannel()) this.#isSure = false;
    else if (this.relay.pages.length > 0) this.#isSure = true;
    this.#answerThoseDue(now);
    this.#endSpare(now);
    this.#ask(now, missedSince);
    if (this.relay.pages.length > 0 || missedSince !== null) this.#busyAt = now;
    else if (now - this.#busyAt > LINGER) this.relay.mute();
  }

  /** Asks again soon: something has changed. */
  startAfresh(): void {
    this.#asked = 0;
  }

  /** Says goodbye at once: the page goes away, perhaps to come back. */
  leave(): void {
    this.relay.leave();
  }

  close(): Promise<void> {
    return this.relay.close();
  }

  #ask(now: number, missedSince: number | null): void {
    if (missedSince === null) {
      this.#asked = 0;
      return;
    }
    const standing = this.#standing();
    const missedFor = now - missedSince;
    if (missedFor >= LISTEN_AFTER || standing.isSure) this.relay.listen();
    if (!this.relay.isReached || missedFor < askAfter(standing, this.#asked)) return;
    this.#asked += 1;
    this.relay.ask();
  }

  #heardAsking(page: PeerId): void {
    if (this.#link.isReached(page) || this.#answers.has(page)) return;
    const now = performance.now();
    this.#answers.set(page, now + answerAfter(this.#standing()));
    this.#answerThoseDue(now);
  }

  #answerThoseDue(now: number): void {
    for (const [page, due] of this.#answers) {
      if (now < due) continue;
      this.#answers.delete(page);
      if (!this.#link.isReached(page)) this.relay.open(page);
    }
  }

  #endSpare(now: number): void {
    if (this.relay.pages.length === 0) return this.#spareSince.clear();
    const spare = spareRelays(this.#link.self, waysOf(this.#link.known()));
    for (const page of this.#spareSince.keys()) {
      if (!spare.includes(page)) this.#spareSince.delete(page);
    }
    for (const page of spare) {
      const since = this.#spareSince.get(page) ?? now;
      this.#spareSince.set(page, since);
      if (now - since >= SPARE_FOR) this.relay.end(page);
    }
  }

  #standing(): Standing {
    const { self } = this.#link;
    const rank = sideOf(self, waysOf(this.#link.known())).indexOf(self);
    return { rank, isCutOff: !this.#link.hasChannel(), isSure: this.#isSure || !hasWebRtc() };
  }
}

export async function startRelaying(
  link: RelayedLink,
  secret: string,
  carriers: readonly Carrier[],
): Promise<Relaying> {
  return new Relaying(link, { seal: await sealFrom(secret), carriers });
}

import { createSubscriber } from 'svelte/reactivity';
import type { MemberId } from '../domain/ids.ts';
import type { ByHand } from '../sync/by-hand.ts';
import type { Link, LinkStatus, Peer, PeerId, Whisper } from '../sync/link.ts';
import type { CircleClock } from './circle-clock.ts';
import type { Contacted } from './services.ts';
import { parsePresence, type Presence } from './presence.ts';
import type { WayAcross } from './way-across.ts';

const CLOSED: LinkStatus = {
  state: 'offline',
  rendezvous: 'unreachable',
  services: [],
  mismatch: null,
  turnRefused: [],
};

/** Why there is no link: the browser cannot, or the page is not served safely. */
export type LinkTrouble = 'no-webrtc' | 'not-secure' | 'config' | 'failed';

/** The link as the screen sees it; it may come later than the circle, or never, and the circle works all the same. */
export class LiveLink {
  #link = $state.raw<Link | null>(null);
  trouble = $state<LinkTrouble | null>(null);
  /** Hosts that connecting would contact and that the person has not agreed to yet. */
  asksFor = $state.raw<readonly string[]>([]);
  /** All services of other hosts that the site names. */
  contacts = $state.raw<readonly Contacted[]>([]);
  /** Entries of the site's settings that cannot be used. */
  configFaults = $state.raw<readonly string[]>([]);
  /** Whether the site names a server through which all could go. */
  hasTurn = $state(false);
  wayAcross = $state<WayAcross>('one-network');
  /** The addresses of STUN and TURN servers that connecting uses. */
  iceServers = $state.raw<readonly string[]>([]);
  /** When a member's last page was seen, in circle time; members that were never here are not in it. */
  lastSeen = $state.raw<ReadonlyMap<MemberId, number>>(new Map());
  readonly #clock: CircleClock;
  #presence: Presence | null = null;
  /** Opens the link afresh where none could be opened so far. */
  open: (() => void) | null = null;
  /** Hears what another page says to this one alone. */
  onWhisper: ((whisper: Whisper) => void) | null = null;
  #changed: (() => void) | null = null;
  #seen = new Map<string, MemberId>();
  #undo: (() => void)[] = [];
  readonly #subscribe = createSubscriber((update) => {
    this.#changed = update;
    return () => {
      this.#changed = null;
    };
  });

  constructor(clock: CircleClock) {
    this.#clock = clock;
  }

  get peers(): readonly Peer[] {
    this.#subscribe();
    return this.#link?.peers() ?? [];
  }

  get status(): LinkStatus {
    this.#subscribe();
    return this.#link?.status() ?? CLOSED;
  }

  get isOpen(): boolean {
    return this.#link !== null;
  }

  /** Connects by codes that people carry. Rejects where there is no link. */
  byHand(): Promise<ByHand> {
    return this.#link?.byHand() ?? Promise.reject(new Error('no link is open'));
  }

  /** Takes over a link that has opened. */
  attach(link: Link): void {
    this.#link = link;
    if (this.#presence) link.setPresence(this.#presence);
    this.#undo = [
      link.onChange(() => this.#noticeWhoWent(link)),
      link.onWhisper((whisper) => this.onWhisper?.(whisper)),
      link.onClockSample((sample) => {
        this.#clock.hear(sample, sample.peer < link.self);
      }),
    ];
  }

  #noticeWhoWent(link: Link): void {
    const now = new Map(
      link.peers().flatMap((peer) => {
        const member = parsePresence(peer.presence)?.member;
        return member ? [[peer.id, member] as const] : [];
      }),
    );
    for (const [peer, member] of this.#seen) {
      if (now.has(peer)) continue;
      this.lastSeen = new Map([...this.lastSeen, [member, this.#clock.now()]]);
      this.#clock.forget(peer);
    }
    this.#seen = now;
    this.#changed?.();
  }

  /** Says what this page is to the others, now and to those who come later. */
  say(presence: Presence): void {
    this.#presence = presence;
    this.#link?.setPresence(presence);
  }

  /** Says something to one page alone. False where there is no channel of our own to it. */
  whisper(peer: PeerId, words: string): boolean {
    return this.#link?.whisper(peer, words) ?? false;
  }

  get said(): Presence | null {
    return this.#presence;
  }

  retry(): void {
    if (this.#link) this.#link.retry();
    else this.open?.();
  }

  async close(): Promise<void> {
    for (const undo of this.#undo) undo();
    this.#undo = [];
    const link = this.#link;
    this.#link = null;
    await link?.close();
  }
}

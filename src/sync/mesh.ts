import { AnswerFirst } from './answer-first.ts';
import { Conversation } from './conversation.ts';
import { forwardTo } from './forwarding.ts';
import { framesOf } from './frames.ts';
import type { PeerId, Reach } from './link.ts';
import type { Presences } from './presences.ts';

/** The tabs of this browser in which the circle is open, and how to speak to all of them at once. */
export interface Tabs {
  readonly ids: ReadonlySet<PeerId>;
  /** What y-webrtc calls a change that came from a tab: it does not say from which. */
  readonly origin: object;
}

/** Our direct connections, and what goes to which of them. */
export class Mesh {
  readonly #self: PeerId;
  readonly #presences: Presences;
  readonly #tabs: Tabs;
  readonly #conversations = new Map<PeerId, Conversation>();
  readonly #outbox = new AnswerFirst(() => document.visibilityState === 'hidden');

  constructor(self: PeerId, presences: Presences, tabs: Tabs) {
    this.#self = self;
    this.#presences = presences;
    this.#tabs = tabs;
  }

  get conversations(): Iterable<Conversation> {
    return this.#conversations.values();
  }

  /** Every page that we are connected to without another in between. */
  direct(): PeerId[] {
    return [...new Set([...this.#conversations.keys(), ...this.#tabs.ids])].sort();
  }

  has(page: PeerId): boolean {
    return this.#conversations.has(page);
  }

  /** Our own channel to a page. */
  conversationWith(page: PeerId): Conversation | undefined {
    return this.#conversations.get(page);
  }

  /** The way that our own channel to it takes, where that is not a direct one. */
  reachOf(page: PeerId): Reach | null {
    const conversation = this.#conversations.get(page);
    if (conversation?.isRelayed === true) return { kind: 'relay' };
    return conversation?.isTurned === true ? { kind: 'turn' } : null;
  }

  /** Those to whom we speak through the rendezvous. */
  relayed(): PeerId[] {
    return [...this.#conversations].flatMap(([page, { isRelayed }]) => (isRelayed ? page : []));
  }

  /** Whether we have a channel of WebRTC to anybody. */
  get hasChannel(): boolean {
    return [...this.#conversations.values()].some(({ isRelayed }) => !isRelayed);
  }

  /** Takes a conversation into use, unless it is by relay and there is a better one. */
  add(conversation: Conversation): boolean {
    const before = this.#conversations.get(conversation.peer);
    if (conversation.isRelayed && before?.isRelayed === false) return false;
    this.#conversations.set(conversation.peer, conversation);
    if (before?.isRelayed === true) before.end();
    return true;
  }

  /** Says whether it was in use. */
  remove(conversation: Conversation): boolean {
    const isCurrent = this.#conversations.get(conversation.peer) === conversation;
    return isCurrent && this.#conversations.delete(conversation.peer);
  }

  /** Sends a message to all who need it from us, by where it came from. */
  spread(message: () => Uint8Array, origin: unknown, toTabs: () => void): void {
    const targets = this.#targets(origin);
    if (targets.length === 0) return;
    const frames = framesOf(message());
    const hearers = targets.flatMap((page) => this.#conversations.get(page) ?? []);
    this.#outbox.send(hearers, frames);
    if (origin !== this.#tabs.origin && targets.some((page) => this.#tabs.ids.has(page))) toTabs();
  }

  /** Sends at once what waits for its turn: the page may go. */
  flush(): void {
    this.#outbox.flush();
  }

  /**
   * The conversations that need from us what has come from one of them, or, without one, from ourselves. Signals are no
   * load for a relay: they go through the rendezvous anyway.
   */
  lacking(from: Pick<Conversation, 'peer'> | null): Conversation[] {
    const pages = from === null ? this.direct() : this.#forward(from.peer);
    const all = pages.flatMap((page) => this.#conversations.get(page) ?? []);
    return all.filter(({ isRelayed }) => !isRelayed);
  }

  #targets(origin: unknown): PeerId[] {
    if (origin instanceof Conversation) return this.#forward(origin.peer);
    if (origin !== this.#tabs.origin) return this.direct();
    return [...new Set([...this.#tabs.ids].flatMap((tab) => this.#forward(tab)))];
  }

  #forward(from: PeerId): PeerId[] {
    const near = this.#presences.near;
    return forwardTo({ self: this.#self, direct: this.direct(), from, near });
  }
}

import { AnswerFirst } from './answer-first.ts';
import { Conversation } from './conversation.ts';
import { forwardTo } from './forwarding.ts';
import { framesOf } from './frames.ts';
import type { PeerId } from './link.ts';
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

  /** Whether a TURN server carries our channel to it. */
  isTurned(page: PeerId): boolean {
    return this.#conversations.get(page)?.isTurned === true;
  }

  add(conversation: Conversation): void {
    this.#conversations.set(conversation.peer, conversation);
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

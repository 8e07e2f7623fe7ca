import { Allowance } from '../allowance.ts';
import type { Said } from '../carriers.ts';
import type { ServiceState } from '../link.ts';
import { Seen } from '../seen.ts';
import { wordsIn } from './batch.ts';
import { hiddenTopic, KIND, ThrowAwayKey } from './event.ts';
import { Outbox } from './outbox.ts';
import { refusalInNotice, refusalOf, type Refusal } from './refusal.ts';
import { RelayClock } from './relay-clock.ts';
import { parseRelayMessage, TAG } from './relay-message.ts';

/** How often words are said again that were refused for their time, or were too much. */
const MOST_TRIES = 3;
const WORDS_AT_ONCE = 400;
const WORDS_PER_SECOND = 50;
const MOST_UNANSWERED = 64;
/** Milliseconds without a word after which we ask whether the relay is still there. */
const QUIET = 40_000;

export type Trouble = Extract<ServiceState, 'refused' | 'needs-login' | 'too-much'>;

export interface TalkListener {
  opened(): void;
  heard(topic: string, word: string): void;
  /** The relay has answered a question that only asks for a sign of life. */
  isThere(): void;
  closed(): void;
}

interface Sent {
  readonly topic: string;
  readonly content: string;
  readonly tries: number;
}

/**
 * Says and hears words by events that a Nostr relay passes on and does not keep. It asks for all of a topic, without a
 * time: a page whose clock is wrong would hear nobody.
 */
export class RelayTalk {
  readonly #socket: WebSocket;
  readonly #listener: TalkListener;
  readonly #clock: RelayClock;
  readonly #key = new ThrowAwayKey();
  readonly #outbox: Outbox;
  readonly #seen = new Seen(512);
  readonly #allowance = new Allowance(WORDS_AT_ONCE, WORDS_PER_SECOND);
  /** Our topics by what the relay knows them as, which names the subscription too. */
  readonly #topics = new Map<string, string>();
  readonly #sent = new Map<string, Sent>();
  #heardAt = 0;
  #closedFor: Trouble | null = null;
  #refusedFor: Trouble | null = null;

  constructor(
    address: string,
    listener: TalkListener,
    clock = new RelayClock(),
    whenTooMuch?: readonly number[],
  ) {
    this.#listener = listener;
    this.#clock = clock;
    this.#outbox = new Outbox(
      (topic, content) => this.#say({ topic, content, tries: 0 }),
      whenTooMuch,
    );
    this.#socket = new WebSocket(address);
    this.#socket.onopen = () => listener.opened();
    this.#socket.onmessage = ({ data }: MessageEvent<unknown>) => this.#hear(data);
    this.#socket.onclose = () => listener.closed();
    this.#socket.onerror = () => listener.closed();
  }

  get trouble(): Trouble | null {
    return this.#closedFor ?? this.#refusedFor;
  }

  take(said: Said): void {
    if (said.type === 'ping') return this.#askIfThere();
    if (said.type === 'publish') return this.#outbox.put(said.topic, [said.data]);
    const follow = said.type === 'subscribe' ? this.#subscribe : this.#unsubscribe;
    for (const topic of said.topics) {
      hiddenTopic(topic).then((hidden) => follow(topic, hidden), reportUnsigned);
    }
  }

  close(): void {
    this.#outbox.close();
    this.#socket.close();
  }

  #subscribe = (topic: string, hidden: string): void => {
    if (this.#topics.has(hidden)) return;
    this.#topics.set(hidden, topic);
    this.#ask(hidden);
  };

  #unsubscribe = (_topic: string, hidden: string): void => {
    if (this.#topics.delete(hidden)) this.#send(['CLOSE', hidden]);
  };

  #ask(hidden: string): void {
    this.#send(['REQ', hidden, { kinds: [KIND], [`#${TAG}`]: [hidden] }]);
  }

  /** Asking again for what we have asked for changes nothing, and is answered. */
  #askIfThere(): void {
    const [topic] = this.#topics.keys();
    if (performance.now() - this.#heardAt < QUIET || topic === undefined) this.#listener.isThere();
    else this.#ask(topic);
  }

  #say(words: Sent): void {
    this.#sign(words).catch(reportUnsigned);
  }

  async #sign(words: Sent): Promise<void> {
    const hidden = await hiddenTopic(words.topic);
    const event = await this.#key.sign(hidden, words.content, this.#clock.now());
    this.#sent.set(event.id, words);
    for (const oldest of this.#sent.keys()) {
      if (this.#sent.size <= MOST_UNANSWERED) break;
      this.#sent.delete(oldest);
    }
    this.#send(['EVENT', event]);
  }

  #send(message: readonly unknown[]): void {
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(message));
  }

  #hear(data: unknown): void {
    const message = parseRelayMessage(data);
    if (message === null) return;
    if (performance.now() - this.#heardAt > QUIET) this.#listener.isThere();
    this.#heardAt = performance.now();
    if (message.kind === 'event') {
      const topic = this.#topics.get(message.topic);
      if (topic === undefined || message.author === this.#key.publicKey) return;
      if (!this.#seen.isNew(message.id)) return;
      this.#clock.heard(message.seconds);
      for (const word of wordsIn(message.content)) {
        // Whoever hears of us here would answer here, and could not be answered by us.
        if (this.#allowance.take() && !this.#isMute) this.#listener.heard(topic, word);
      }
    }
    if (message.kind === 'answer') this.#answered(message.id, message.taken, message.reason);
    if (message.kind === 'closed') this.#closed(message.subscription, refusalOf(message.reason));
    if (message.kind === 'serves' && this.#topics.has(message.subscription)) this.#closedFor = null;
    if (message.kind === 'notice') this.#refused(refusalInNotice(message.reason), null);
  }

  get #isMute(): boolean {
    return this.trouble !== null && this.trouble !== 'too-much';
  }

  #answered(id: string, taken: boolean, reason: string): void {
    const words = this.#sent.get(id) ?? null;
    this.#sent.delete(id);
    if (!taken) return this.#refused(refusalOf(reason), words);
    this.#refusedFor = null;
    this.#outbox.pace = 'usual';
  }

  #refused(why: Refusal | null, words: Sent | null): void {
    if (why === null) return;
    if (why === 'time') return this.#sayAtAnotherTime(words);
    this.#refusedFor = why;
    this.#outbox.pace = why === 'too-much' ? 'too-much' : 'refused';
    if (why === 'too-much' && words !== null && words.tries < MOST_TRIES) {
      this.#outbox.put(words.topic, wordsIn(words.content));
    }
  }

  #sayAtAnotherTime(words: Sent | null): void {
    this.#clock.correct().then((isOther) => {
      const isLast = words === null || words.tries >= MOST_TRIES;
      if (!isOther) this.#refusedFor = 'refused';
      else if (!isLast) this.#say({ ...words, tries: words.tries + 1 });
    }, reportUnsigned);
  }

  /** The relay has ended a subscription: it is asked for again with the next greeting of y-webrtc. */
  #closed(subscription: string, why: Refusal): void {
    if (!this.#topics.delete(subscription)) return;
    this.#closedFor = why === 'time' ? 'refused' : why;
  }
}

function reportUnsigned(error: unknown): void {
  console.warn('Words for a relay were not sent:', error instanceof Error ? error.name : 'unknown');
}

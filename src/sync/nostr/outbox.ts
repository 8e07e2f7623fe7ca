import { contentOf, fitting } from './batch.ts';

/** Milliseconds. What is said within the first span goes in one event: a handshake is many small words. */
const GATHER = 60;
/** Four events a second; relays ask for no more than five. */
const BETWEEN = 250;
/** After the first, the second, and every further time that the relay found it too much. */
const WHEN_TOO_MUCH: readonly number[] = [2000, 4000, 8000];
const WHEN_REFUSED = 30_000;
const MOST_WAITING = 256;

export type Pace = 'usual' | 'too-much' | 'refused';

/** Gathers words and sends them in few events, and in fewer still when the relay finds them too many. */
export class Outbox {
  readonly #send: (topic: string, content: string) => void;
  readonly #whenTooMuch: readonly number[];
  #waiting: { topic: string; word: string }[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sentAt = -Infinity;
  #pace: Pace = 'usual';
  #slower = 0;

  constructor(send: (topic: string, content: string) => void, whenTooMuch = WHEN_TOO_MUCH) {
    this.#send = send;
    this.#whenTooMuch = whenTooMuch;
  }

  /** How to go on, after each answer of the relay. */
  set pace(pace: Pace) {
    this.#slower = pace === 'too-much' ? this.#slower + 1 : 0;
    this.#pace = pace;
  }

  put(topic: string, words: readonly string[]): void {
    this.#waiting.push(...words.map((word) => ({ topic, word })));
    this.#waiting.splice(0, this.#waiting.length - MOST_WAITING);
    this.#wait();
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#waiting = [];
  }

  #span(): number {
    if (this.#pace === 'usual') return BETWEEN;
    if (this.#pace === 'refused') return WHEN_REFUSED;
    return this.#whenTooMuch[Math.min(this.#slower, this.#whenTooMuch.length) - 1] ?? BETWEEN;
  }

  #wait(): void {
    const wait = Math.max(GATHER, this.#sentAt + this.#span() - performance.now());
    this.#timer ??= setTimeout(() => this.#sendOne(), wait);
  }

  /** One event: as many of the oldest topic's words as it holds. The rest waits for its turn. */
  #sendOne(): void {
    this.#timer = undefined;
    const [first] = this.#waiting;
    if (first === undefined) return;
    const { topic } = first;
    const sameTopic = this.#waiting.filter((each) => each.topic === topic);
    const going = new Set(sameTopic.slice(0, fitting(sameTopic.map(({ word }) => word))));
    this.#waiting = this.#waiting.filter((each) => !going.has(each));
    this.#sentAt = performance.now();
    this.#send(topic, contentOf([...going].map(({ word }) => word)));
    if (this.#waiting.length > 0) this.#wait();
  }
}

import { contentsOf } from './batch.ts';

/** Milliseconds. What is said within the first span goes in one event: a handshake is many small words. */
const GATHER = 60;
const BETWEEN = 300;
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
    const wait = Math.max(GATHER, this.#sentAt + this.#span() - performance.now());
    this.#timer ??= setTimeout(() => this.#flush(), wait);
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

  #flush(): void {
    this.#timer = undefined;
    this.#sentAt = performance.now();
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const topic of new Set(waiting.map((each) => each.topic))) {
      const words = waiting.filter((each) => each.topic === topic).map(({ word }) => word);
      for (const content of contentsOf(words)) this.#send(topic, content);
    }
  }
}

import type { Frame } from './frames.ts';

/** A channel that messages go out on. */
export interface Hearer {
  /** When it last said something, by the monotonic clock, ms. */
  readonly heardAt: number;
  send(frames: readonly Frame[]): void;
}

/** What we say within this time of a page's word counts as an answer to it, ms. */
const ANSWER = 5;
/** How long the others wait for it then, ms: too short for anybody to notice. */
const WAIT = 4;

/**
 * Sends a message to whoever has just spoken before all others. Where six pages answer one, each would otherwise send
 * four messages that nobody waits for ahead of the one that somebody does. What a page is sent keeps its order.
 */
export class AnswerFirst {
  #waiting: { readonly to: Hearer; readonly frames: readonly Frame[] }[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #isHidden: () => boolean;

  /** @param isHidden browsers slow the timers of a page that nobody sees: there, nothing waits */
  constructor(isHidden: () => boolean) {
    this.#isHidden = isHidden;
  }

  send(to: readonly Hearer[], frames: readonly Frame[]): void {
    const [first, ...others] = [...to].sort((one, other) => other.heardAt - one.heardAt);
    if (first === undefined) return;
    const isAnswer = performance.now() - first.heardAt < ANSWER && !this.#isHidden();
    if (!isAnswer || this.#waiting.some((each) => each.to === first)) this.flush();
    first.send(frames);
    if (!isAnswer) for (const other of others) other.send(frames);
    else if (others.length > 0) this.#later(others, frames);
  }

  /** Sends at once what waits: the page may go. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    for (const { to, frames } of this.#waiting.splice(0)) to.send(frames);
  }

  #later(others: readonly Hearer[], frames: readonly Frame[]): void {
    this.#waiting.push(...others.map((to) => ({ to, frames })));
    this.#timer ??= setTimeout(() => this.flush(), WAIT);
  }
}

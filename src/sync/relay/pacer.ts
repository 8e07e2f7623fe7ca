/** Five messages a second, whatever there is to say. Services that are open to everybody ask for as little. */
const SPACING = 200;

/** Lets `sendNext` act at most once in `SPACING` ms, as long as it says that it had something to send. */
export class Pacer {
  readonly #sendNext: () => Promise<boolean>;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #isSending = false;
  #isStopped = false;
  #freeAt = -Infinity;

  constructor(sendNext: () => Promise<boolean>) {
    this.#sendNext = sendNext;
  }

  /** To be called when there is something to send. */
  wake(): void {
    if (this.#timer !== null || this.#isSending || this.#isStopped) return;
    const wait = Math.max(0, this.#freeAt - performance.now());
    // Also without a wait: what is said in one step of the page goes in one message.
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.#send().catch((error: unknown) => console.info('a message was not sent', error));
    }, wait);
  }

  stop(): void {
    this.#isStopped = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
  }

  async #send(): Promise<void> {
    this.#isSending = true;
    try {
      if (!(await this.#sendNext())) return;
      this.#freeAt = performance.now() + SPACING;
    } finally {
      this.#isSending = false;
    }
    this.wake();
  }
}

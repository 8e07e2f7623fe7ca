/** Lets `atOnce` through in a burst and `perSecond` in the long run. */
export class Allowance {
  readonly #atOnce: number;
  readonly #perSecond: number;
  readonly #now: () => number;
  #left: number;
  #countedAt: number;

  /** `now` is in milliseconds and never runs backwards. */
  constructor(atOnce: number, perSecond: number, now: () => number = () => performance.now()) {
    this.#atOnce = atOnce;
    this.#perSecond = perSecond;
    this.#now = now;
    this.#left = atOnce;
    this.#countedAt = now();
  }

  /** False when there is nothing left to take. */
  take(): boolean {
    const now = this.#now();
    const regained = ((now - this.#countedAt) / 1000) * this.#perSecond;
    this.#left = Math.min(this.#atOnce, this.#left + regained);
    this.#countedAt = now;
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }
}

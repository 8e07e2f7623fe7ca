/** Those who want to be told of something. */
export class Listeners<Told> {
  readonly #all = new Set<(told: Told) => void>();

  /** Returns its own undo. */
  add(listener: (told: Told) => void): () => void {
    // A function of its own for each call: the same listener may be added twice, and removed once.
    const own = (told: Told) => listener(told);
    this.#all.add(own);
    return () => this.#all.delete(own);
  }

  get isEmpty(): boolean {
    return this.#all.size === 0;
  }

  tell(told: Told): void {
    for (const listener of [...this.#all]) listener(told);
  }

  clear(): void {
    this.#all.clear();
  }
}

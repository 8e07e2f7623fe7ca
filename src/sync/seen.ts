/** Remembers the last words that came by, to know those that come again. */
export class Seen {
  readonly #most: number;
  readonly #marks = new Set<string>();

  constructor(most: number) {
    this.#most = most;
  }

  /** Says whether this is the first time, and remembers it. */
  isNew(words: string): boolean {
    const mark = markOf(words);
    if (this.#marks.has(mark)) return false;
    this.#marks.add(mark);
    for (const oldest of this.#marks) {
      if (this.#marks.size <= this.#most) break;
      this.#marks.delete(oldest);
    }
    return true;
  }
}

/** What is sealed ends with its seal, which no other words have. */
const SEAL = 24;

const markOf = (sealed: string): string => `${sealed.length} ${sealed.slice(-SEAL)}`;

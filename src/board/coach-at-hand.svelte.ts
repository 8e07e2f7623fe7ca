import type { Phase } from '../domain/format.ts';
import type { Coach, CoachNote } from './coach.ts';

/** Somebody who has not typed for so long may be spoken to, ms. */
export const PAUSE = 900;
/** Beyond this it is no question any more. */
const LONGEST = 10_000;

/** Nobody has asked it, so nobody is told; the next pause tries again. */
const notCome = (error: unknown): void => console.warn('the coach has not come', error);

/** The coach beside a text that I write: it waits for a pause, and speaks to me alone. */
export class CoachAtHand {
  /** What it has noticed, two at most; nothing while I type. */
  notes: readonly CoachNote[] = $state.raw([]);
  /** What I look at. It stays as it was when I opened it, so that nothing moves while I write. */
  looked: readonly CoachNote[] = $state.raw([]);
  readonly #load: () => Promise<Coach | null>;
  #text = '';
  #asItIs: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param load brings the coach of the language that I write in; `null` where there is none */
  constructor(load: () => Promise<Coach | null>) {
    this.#load = load;
  }

  /** Follows what I write. */
  hear = (text: string, phase: Phase): void => {
    if (text === this.#text) return;
    this.#text = text;
    clearTimeout(this.#timer);
    this.notes = [];
    if (text.trim() === '') this.close();
    else if (text.length <= LONGEST) {
      this.#timer = setTimeout(() => {
        this.#speak(text, phase).catch(notCome);
      }, PAUSE);
    }
  };

  async #speak(text: string, phase: Phase): Promise<void> {
    const coach = await this.#load();
    if (text !== this.#text || text === this.#asItIs) return;
    this.notes = coach?.notes(text, phase) ?? [];
  }

  look = (): void => {
    this.looked = this.notes;
  };

  close = (): void => {
    this.looked = [];
  };

  /** I keep my words as they are: it says no more about them. */
  letBe = (): void => {
    this.#asItIs = this.#text;
    this.notes = [];
    this.close();
  };

  /** The page goes on without it. */
  leave = (): void => {
    clearTimeout(this.#timer);
    this.#text = '';
  };
}

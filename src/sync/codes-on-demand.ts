import type { ByHand } from './by-hand.ts';
import type { Surroundings } from './codes/hand-carried.ts';

/** Connecting by codes that people carry, loaded where somebody asks for it. */
export class CodesOnDemand {
  readonly #surroundings: Surroundings;
  #loading: Promise<ByHand> | null = null;
  #byHand: ByHand | null = null;

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings;
  }

  /** Rejects where its part of the page cannot be loaded; the next call tries again. */
  byHand(): Promise<ByHand> {
    this.#loading ??= this.#load().catch((error: unknown) => {
      this.#loading = null;
      throw error;
    });
    return this.#loading;
  }

  cancel(): void {
    this.#byHand?.cancel();
  }

  async #load(): Promise<ByHand> {
    const { handCarried } = await import('./codes/hand-carried.ts');
    this.#byHand = await handCarried(this.#surroundings);
    return this.#byHand;
  }
}

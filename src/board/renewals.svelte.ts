import type { Move } from '../domain/move.ts';
import type { CircleBoard } from './circle-board.svelte.ts';
import type { CircleRow } from './circle-row.svelte.ts';
import type { Renewing } from './renewal/renewing.ts';

/** New links of a circle that is open here. The part that makes and follows them is loaded by few circles. */
export class Renewals {
  readonly #board: CircleBoard;
  readonly #row: CircleRow;
  readonly #load: () => Promise<Renewing>;
  #renewing: Promise<Renewing> | null = null;
  #isClosed = false;
  /** That the circle has got a new link while it was open here. */
  news = $state.raw<{ readonly move: Move; readonly isMine: boolean } | null>(null);

  constructor(board: CircleBoard, row: CircleRow, load: () => Promise<Renewing>) {
    this.#board = board;
    this.#row = row;
    this.#load = load;
  }

  /** What gives the circle a new link, or follows one. Rejects where it cannot be loaded; the next call tries again. */
  renewing(): Promise<Renewing> {
    this.#renewing ??= this.#load().catch((error: unknown) => {
      this.#renewing = null;
      throw error;
    });
    return this.#renewing;
  }

  /** Lets it do something. What fails is told. */
  let(act: (renewing: Renewing) => Promise<void>): void {
    if (this.#isClosed) return;
    this.renewing()
      .then(act)
      .catch((error: unknown) => {
        console.warn('askwell: a new link waits', error);
        this.#board.journal.failed('row');
      });
  }

  /** The person knows of the new link, and of those who need it from a person. */
  readNews(): void {
    this.news = null;
    const { renewed } = this.#row.here;
    if (!renewed) return;
    const along = this.#board.seats.map(({ member }) => member.id);
    this.#row.change({ renewed: { ...renewed, along } });
  }

  /** Leaves the old room, where the new link is told. */
  async closeDoor(): Promise<void> {
    await (await this.#renewing)?.closeDoor();
  }

  /** Nothing begins any more. */
  end(): void {
    this.#isClosed = true;
  }

  async close(): Promise<void> {
    // A part that could not be loaded has nothing to close; who asked for it was told.
    await (await this.#renewing?.catch(() => null))?.close();
  }
}

import type { CircleBoard } from './circle-board.svelte.ts';
import type { CircleClock } from './circle-clock.ts';
import type { CircleRow } from './circle-row.svelte.ts';

/** Changes that come together are written together, ms. */
const SOON = 400;

/** Keeps in a circle's row what the first page tells of it while it is closed. */
export class KeptSummary {
  readonly #board: CircleBoard;
  readonly #clock: CircleClock;
  readonly #row: CircleRow;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(board: CircleBoard, clock: CircleClock, row: CircleRow) {
    this.#board = board;
    this.#clock = clock;
    this.#row = row;
  }

  soon(): void {
    this.#timer ??= setTimeout(() => this.write(), SOON);
  }

  write(): void {
    this.stop();
    const board = this.#board;
    this.#row.change({
      openedAt: Date.now(),
      clockOffset: this.#clock.offset,
      name: board.name,
      members: board.seats.map(({ member, colour }) => ({ name: member.name, colour })),
      next: board.next,
      lastMet: board.past[0]?.startedAt ?? null,
      openCommitments: board.open.length,
    });
  }

  /** The circle is closed: what was to be written soon is written now. */
  end(): void {
    if (this.#timer !== undefined) this.write();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}

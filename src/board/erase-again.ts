import { decisionsIn } from '../document/choices.ts';
import { erase, erasuresIn, lettingGo, observeDeletions } from '../document/erasing.ts';
import { endingOf } from '../domain/choice.ts';
import { isErasedOn } from '../domain/erasure.ts';
import type { CircleBoard } from './circle-board.svelte.ts';

/** Keeps an ended circle erased; loaded where a circle has decided something at the end of a cycle. */
export class EraseAgain {
  readonly #board: CircleBoard;

  constructor(board: CircleBoard) {
    this.#board = board;
  }

  /** How many devices have erased, as far as this one knows. */
  get erasures(): number {
    return erasuresIn(this.#board.document).all().length;
  }

  /** What comes to a device that has erased goes again, and from whoever brought it. True when there was something. */
  erase(): boolean {
    const { document, writer } = this.#board;
    if (lettingGo.has(document)) return false;
    const ending = endingOf(decisionsIn(document).all());
    const isErased = isErasedOn(writer.device, erasuresIn(document).all(), ending);
    return ending !== null && isErased && erase(document, ending.keeps);
  }

  /** Calls back when something was deleted that some device has erased. Returns its own undo. */
  watch(heard: () => void): () => void {
    return observeDeletions(this.#board.document, () => {
      if (this.erasures > 0) heard();
    });
  }
}

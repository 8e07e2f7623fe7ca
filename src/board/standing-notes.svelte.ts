import { fadedMarksIn } from '../document/fade-dates.ts';
import { fade } from '../document/fading.ts';
import { isFaded } from '../domain/fading.ts';
import { observe, type CircleBoard } from './circle-board.svelte.ts';

/** Sessions whose notes a newcomer would find. */
export class StandingNotes {
  readonly #circle: CircleBoard;
  readonly #marks;

  constructor(circle: CircleBoard) {
    this.#circle = circle;
    this.#marks = observe(fadedMarksIn(circle.document));
  }

  /** Those too whose day has come and whose words are still on the disk. */
  readonly sessions = $derived.by(() =>
    this.#circle.past.map(({ id }) => id).filter((id) => !isFaded(id, this.#marks.current)),
  );

  /** Deletes them here now, and on the others' devices as they are met. */
  fadeAll = (): void => {
    const { document, writer } = this.#circle;
    for (const session of this.sessions) {
      const mark = { session, at: writer.now(), by: writer.me };
      this.#circle.save([], () => fade(document, mark));
    }
  };
}

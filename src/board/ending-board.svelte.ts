import { decide, decisionsIn } from '../document/choices.ts';
import { erasuresIn } from '../document/erasing.ts';
import { endingOf } from '../domain/choice.ts';
import { erasedAmong, isErasedOn } from '../domain/erasure.ts';
import { observe, type CircleBoard } from './circle-board.svelte.ts';

/** Whether a circle has ended, and who has erased it. */
export class EndingBoard {
  readonly #circle: CircleBoard;
  readonly #decisions;
  readonly #erasures;

  constructor(circle: CircleBoard) {
    this.#circle = circle;
    this.#decisions = observe(decisionsIn(circle.document));
    this.#erasures = observe(erasuresIn(circle.document));
  }

  /** The decision by which it has ended; `null` while it goes on. */
  readonly ending = $derived.by(() => endingOf(this.#decisions.current));
  readonly isErasedHere = $derived.by(() =>
    isErasedOn(this.#circle.writer.device, this.#erasures.current, this.ending),
  );
  readonly #who = $derived.by(() =>
    this.ending
      ? erasedAmong(
          this.#circle.seats.map(({ member }) => member.id),
          this.#erasures.current,
          this.ending,
        )
      : { erased: [], notYet: [] },
  );
  readonly erased = $derived.by(() => this.#who.erased);
  readonly notYet = $derived.by(() => this.#who.notYet);

  /** The circle goes on after all: possible as long as nobody has erased. */
  goOn = (): void => {
    const { ending } = this;
    if (!ending || this.erased.length > 0) return;
    const { me: by, now } = this.#circle.writer;
    const at = Math.max(now(), ending.at + 1);
    this.#circle.save([], () =>
      decide(this.#circle.document, { ...ending, way: 'on', sessions: 0, by, at }),
    );
  };
}

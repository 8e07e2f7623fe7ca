import { safetyOf, writeSafety } from '../document/safety.ts';
import { isBlank, isOld, type Safety, type SafetyPart } from '../domain/safety.ts';
import type { CircleBoard } from './circle-board.svelte.ts';
import { Observed } from './observed.svelte.ts';

/** The circle's own safety sheet, and whether it is time to look at it again. */
export class SafetyBoard {
  readonly #circle: CircleBoard;
  readonly #sheet;

  constructor(circle: CircleBoard) {
    this.#circle = circle;
    this.#sheet = new Observed(
      () => safetyOf(circle.document),
      (changed) => circle.document.observeMeta(changed),
    );
  }

  readonly sheet: Safety = $derived.by(() => this.#sheet.current);
  readonly isBlank = $derived.by(() => isBlank(this.sheet));
  readonly isOld = $derived.by(() => isOld(this.sheet, this.#circle.writer.now()));

  /** Writes what has changed; whoever writes has looked at it. */
  write = (parts: Partial<Record<SafetyPart, string>>): void => {
    const { me: by, now } = this.#circle.writer;
    this.#circle.save(['meta'], () => writeSafety(this.#circle.document, parts, { at: now(), by }));
  };

  /** All of it still holds. */
  check = (): void => this.write({});
}

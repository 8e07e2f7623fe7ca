import { contractsIn, setContract } from '../document/contracts.ts';
import { fixNext, fixingOf, keepNext, nextDatesIn } from '../document/next-dates.ts';
import { contractOf, progressOf, type Contract } from '../domain/contract.ts';
import { hasBegun, otherDates } from '../domain/next-meeting.ts';
import type { NextMeeting } from '../domain/session.ts';
import { observe, type CircleBoard } from './circle-board.svelte.ts';
import { Observed } from './observed.svelte.ts';

/** When the circle meets next, and for how many sessions it has agreed to. */
export class RhythmBoard {
  readonly #circle: CircleBoard;
  readonly #dates;
  readonly #contracts;
  readonly #fixing;

  constructor(circle: CircleBoard) {
    this.#circle = circle;
    const { document } = circle;
    this.#dates = observe(nextDatesIn(document));
    this.#contracts = observe(contractsIn(document));
    this.#fixing = new Observed(
      () => fixingOf(document),
      (changed) => document.observeMeta(changed),
    );
  }

  get #now() {
    return this.#circle.writer.now();
  }

  readonly fixing = $derived.by(() => this.#fixing.current);
  /** The date of a meeting that has not begun: what the close of a session asks for. */
  readonly coming = $derived.by(() => {
    const { next, sessions } = this.#circle;
    return next && !hasBegun(next, sessions, this.#now) ? next : null;
  });
  /** Dates that others fixed at the same time. */
  readonly others = $derived.by(() =>
    otherDates(this.#dates.current, { next: this.coming, row: this.fixing.row }, this.#now).filter(
      (date) => !hasBegun(date, this.#circle.sessions, this.#now),
    ),
  );

  fix = (next: NextMeeting | null): void => {
    const { document, writer } = this.#circle;
    const by = { id: writer.newId(), by: writer.me, fixedAt: writer.now() };
    this.#circle.save(['meta'], () => fixNext(document, next, by));
  };

  /** Lets the date that counts stand alone. */
  keep = (): void => this.#circle.save(['meta'], () => keepNext(this.#circle.document));

  readonly contract = $derived.by(() => contractOf(this.#contracts.current));
  /** More than one where people set them at the same time. */
  readonly contracts = $derived.by(() => this.#contracts.current);
  readonly progress = $derived.by(() =>
    this.contract ? progressOf(this.contract, this.#circle.sessions) : null,
  );

  /** Agrees for how many sessions the circle meets, in the place of what was agreed. */
  agree = (contract: Pick<Contract, 'sessions' | 'since' | 'isClosing'>): void => {
    const { document, writer } = this.#circle;
    const row = { ...contract, id: writer.newId(), by: writer.me, setAt: writer.now() };
    this.#circle.save(['contract'], () => setContract(document, row));
  };
}

/** One for each part of a screen: what it derives ends with that part. */
export const rhythmOf = (circle: CircleBoard): RhythmBoard => new RhythmBoard(circle);

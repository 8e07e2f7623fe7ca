import { giveBack, standInsIn, stepIn } from '../document/stand-ins.ts';
import type { FormatOffered } from '../domain/fitting-formats.ts';
import type { MemberId } from '../domain/ids.ts';
import { standIn, type StandIn } from '../domain/stand-in.ts';
import { observe } from './circle-board.svelte.ts';
import type { SessionBoard } from './session-board.svelte.ts';

/** A session that has just begun is fitted to who came and to the time that there is. */
export class FitBoard {
  readonly #session: SessionBoard;
  readonly #formats: readonly FormatOffered[];
  readonly #standIns;

  constructor(session: SessionBoard, formats: readonly FormatOffered[]) {
    this.#session = session;
    this.#formats = formats;
    this.#standIns = observe(standInsIn(session.circle.document));
  }

  get #circle() {
    return this.#session.circle;
  }

  readonly #here = $derived.by(() => this.#session.participants.map(({ id }) => id));

  /** What the session is now, where this version knows it. */
  readonly format = $derived.by(
    () => this.#formats.find(({ id }) => id === this.#session.record.format) ?? null,
  );
  /** It is made for another number of people than have come. */
  readonly isMisfit = $derived.by(() => {
    const [fewest, most] = this.format?.people ?? [0, Infinity];
    const { length: count } = this.#here;
    return count > 1 && (count < fewest || count > most);
  });
  readonly #missed = $derived.by(() =>
    this.#session.turns.find(
      ({ presenter }) => presenter !== null && !this.#here.includes(presenter),
    ),
  );
  /** Who was to present and has not come. */
  readonly missing: MemberId | null = $derived.by(() => this.#missed?.presenter ?? null);
  /** The part that somebody has taken over, or was asked to; with its presenter now. */
  readonly takenOver = $derived.by(() => {
    const parts = new Map(this.#session.turns.map(({ id, presenter }) => [id, presenter]));
    const row = this.#standIns.current.find(
      ({ turn, insteadOf }) => parts.has(turn) && parts.get(turn) !== insteadOf,
    );
    return row ? { row, presenter: parts.get(row.turn) ?? null } : null;
  });
  readonly hasCome = $derived.by(() =>
    this.#here.some((id) => id === this.takenOver?.row.insteadOf),
  );

  /** Whether there is something to say of all that. */
  readonly needsLook = $derived.by(
    () =>
      this.isMisfit ||
      this.missing !== null ||
      this.takenOver !== null ||
      this.#session.record.changed !== null,
  );

  /** Whoever was to present is not here: one of those who are steps in. */
  goWithout = (): void => {
    const turn = this.#missed?.id;
    if (turn !== undefined && this.missing !== null)
      this.#stepIn({ session: this.#session.id, turn, insteadOf: this.missing, notToday: [] });
  };

  /** Whoever was asked to step in would rather not today: the next one is asked. */
  decline = (): void => {
    const { row, presenter } = this.takenOver ?? {};
    if (row && presenter) this.#stepIn({ ...row, notToday: [...row.notToday, presenter] });
  };

  #stepIn(row: StandIn): void {
    const { record, turns } = this.#session;
    const busy = turns.map(({ presenter }) => presenter);
    // Nobody is asked who presents today anyway.
    const free = this.#here.filter((member) => !busy.includes(member));
    const presenter = standIn(record, row.insteadOf, free, row.notToday);
    this.#circle.save([row.turn], () => stepIn(this.#circle.document, row, presenter));
  }

  /** They have come after all. */
  giveBack = (): void => {
    const { row } = this.takenOver ?? {};
    if (row) this.#circle.save([row.turn], () => giveBack(this.#circle.document, row));
  };
}

const boards = new WeakMap<SessionBoard, FitBoard>();

/** The same one for all parts of a session's screen. */
export function fitOf(session: SessionBoard, formats: readonly FormatOffered[]): FitBoard {
  const board = boards.get(session) ?? new FitBoard(session, formats);
  boards.set(session, board);
  return board;
}

import { changePlan } from '../document/plan-changes.ts';
import { giveBack, standInsIn, stepIn } from '../document/stand-ins.ts';
import { emptyTurn } from '../domain/empty-turn.ts';
import { fitsPeople, type FormatOffered } from '../domain/fitting-formats.ts';
import type { Format, PlannedPhase } from '../domain/format.ts';
import type { MemberId } from '../domain/ids.ts';
import { planFor, turnsPlanned } from '../domain/plan.ts';
import { withPresenter } from '../domain/presenting-order.ts';
import { spentNow, startClock } from '../domain/session-clock.ts';
import { hasPresenter, type Turn } from '../domain/session.ts';
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
  readonly isMisfit = $derived.by(
    () =>
      this.format !== null && this.#here.length > 1 && !fitsPeople(this.format, this.#here.length),
  );
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

  /** What this session would hold in another format. */
  planOf = (format: Format): readonly PlannedPhase[] =>
    planFor(format, {
      isFirst: this.#circle.past.length === 0,
      openCommitments: this.#session.due.length,
    });

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

  /** Takes another format, or the same one in less time, for everyone. */
  change = (format: string, plan: readonly PlannedPhase[]): void => {
    const before = this.#session.turns.map(({ presenter }) => presenter);
    const first = before[0] ?? null;
    const nobody = Array.from({ length: turnsPlanned(plan) }, (_, i) => before[i] ?? null);
    const presenters = hasPresenter(plan)
      ? withPresenter(nobody, 0, first, this.#here)
      : nobody.map(() => null);
    this.#write(format, plan, presenters);
  };

  /** Goes back to what the session was before. */
  undo = (): void => {
    const { changed } = this.#session.record;
    if (changed) this.#write(changed.format, changed.plan, changed.presenters);
  };

  #write(
    format: string,
    plan: readonly PlannedPhase[],
    presenters: readonly (MemberId | null)[],
  ): void {
    const { record, clock, turns, id: session } = this.#session;
    const { writer, document } = this.#circle;
    const now = writer.now();
    const id = writer.newId();
    // What arriving has taken so far is told, and taken from nothing that comes.
    const spent = clock.step === 0 ? spentNow(clock, now) : 0;
    const fresh = startClock(plan, now);
    const next = {
      ...fresh,
      spent: fresh.spent.map((ms, i) => (i === 0 ? spent : ms)),
      allowed: fresh.allowed.map((m, i) => (i === 0 ? m + Math.floor(spent / 60_000) : m)),
      change: id,
    };
    const before = turns.map(({ presenter }) => presenter);
    const changed = {
      id,
      by: writer.me,
      format: record.format,
      plan: record.plan,
      presenters: before,
    };
    // Two who change it at once make the same part under the same id.
    const parts = Array.from({ length: turnsPlanned(plan) }, (_, index): Turn => ({
      ...(turns[index] ?? { ...emptyTurn, id: `${session}.${index}`, session, index }),
      presenter: presenters[index] ?? null,
    }));
    this.#circle.save([session], () =>
      changePlan(document, { id: session, format, plan, clock: next, changed }, parts),
    );
  }
}

const boards = new WeakMap<SessionBoard, FitBoard>();

/** The same one for all parts of a session's screen. */
export function fitOf(session: SessionBoard, formats: readonly FormatOffered[]): FitBoard {
  const board = boards.get(session) ?? new FitBoard(session, formats);
  boards.set(session, board);
  return board;
}

import { fadeDatesIn, fadedMarksIn, setFadeDate } from '../document/fade-dates.ts';
import { fade } from '../document/fading.ts';
import { learn, learningsIn } from '../document/learnings.ts';
import { DAY, dayNumber, fadeAfter, USUAL_STAY } from '../domain/fade-day.ts';
import { choiceTime, fadeDateOf, notesState } from '../domain/fading.ts';
import type { CircleTime, SessionId } from '../domain/ids.ts';
import { observe, type CircleBoard } from './circle-board.svelte.ts';
import { keepMine, keepsMine } from './faded-notes.ts';

const MINUTE = 60_000;

/** What happens to the notes of one session, and what a member can choose about it. */
export class SessionNotes {
  readonly #circle: CircleBoard;
  readonly id: SessionId;
  readonly #dates;
  readonly #marks;
  readonly #learnings;

  constructor(circle: CircleBoard, id: SessionId) {
    this.#circle = circle;
    this.id = id;
    this.#dates = observe(fadeDatesIn(circle.document));
    this.#marks = observe(fadedMarksIn(circle.document));
    this.#learnings = observe(learningsIn(circle.document));
  }

  /** A day comes while a page stands open, and a wrong clock is put right. By the minute is often enough. */
  readonly #now = $derived.by(() => Math.floor(this.#circle.ticker.now / MINUTE) * MINUTE);
  readonly #date = $derived.by(() => fadeDateOf(this.id, this.#dates.current));
  readonly isClosed = $derived.by(() =>
    this.#circle.past.some((session) => session.id === this.id),
  );
  readonly state = $derived.by(() =>
    this.isClosed
      ? notesState(this.id, this.#dates.current, this.#marks.current, this.#now)
      : this.on === null
        ? 'kept'
        : 'fade',
  );
  /** The day on which they fade, `null` when they are kept. Before the close: the day if it were closed now. */
  readonly on: CircleTime | null = $derived.by(() => {
    if (this.#date && (this.isClosed || this.#date.by !== null)) return this.#date.on;
    return this.isClosed ? null : this.#now + USUAL_STAY;
  });
  /** When they were deleted. */
  readonly fadedAt = $derived.by(
    () => this.#marks.current.find(({ session }) => session === this.id)?.at ?? null,
  );
  /** Days to choose from, one that is chosen already among them; `null` keeps them. */
  readonly choices: readonly (CircleTime | null)[] = $derived.by(() => {
    const now = this.#now;
    const days = [...(this.on !== null ? [this.on] : []), ...fadeAfter.map((n) => now + n * DAY)];
    const byDay = new Map(days.toReversed().map((time) => [dayNumber(time), time]));
    return [...[...byDay.values()].sort((a, b) => a - b), null];
  });

  /** Learnings that are still to be seen, in the order in which they came. */
  readonly learnings = $derived.by(() =>
    this.#learnings.current
      .filter(
        ({ session, kept }) =>
          session === this.id && (kept === true || this.state === 'fade' || this.state === 'kept'),
      )
      .toSorted((a, b) => a.at - b.at || (a.member < b.member ? -1 : 1)),
  );
  readonly myLearning = $derived.by(
    () => this.learnings.find(({ member }) => member === this.#circle.writer.me) ?? null,
  );

  fadeOn = (on: CircleTime | null): void => {
    const { document, writer } = this.#circle;
    const at = choiceTime(this.#dates.current, writer.now());
    const date = { session: this.id, on, by: writer.me, at };
    this.#circle.save([], () => setFadeDate(document, date));
  };

  /** Deletes the notes on this device now, and on the others as they are met. */
  deleteNow = (): void => {
    const { document, writer } = this.#circle;
    const mark = { session: this.id, at: writer.now(), by: writer.me };
    this.#circle.save([], () => fade(document, mark));
  };

  /** My learning outlives the notes, for everyone to see. */
  keepLearning = (kept: boolean): void => {
    const learning = this.myLearning;
    if (!learning) return;
    this.#circle.save([], () => learn(this.#circle.document, { ...learning, kept }));
  };

  get keepsMine(): boolean {
    return keepsMine(this.#circle.mine, this.id);
  }

  keepMine = (keep: boolean): void => keepMine(this.#circle.mine, this.id, keep);
}

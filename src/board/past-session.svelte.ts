import { learningsIn } from '../document/learnings.ts';
import { passesIn, questionsIn } from '../document/questions.ts';
import type { SessionId } from '../domain/ids.ts';
import { historyOf } from '../domain/norm-history.ts';
import { recapOf, type Recap } from '../domain/recap.ts';
import { roundsOf } from '../domain/rounds.ts';
import type { Session } from '../domain/session.ts';
import { observe, type CircleBoard } from './circle-board.svelte.ts';
import { commitmentsOf } from './commitments-board.svelte.ts';
import type { FileToKeep } from './keep-files.ts';
import { SessionNotes } from './session-notes.svelte.ts';

const HALF_A_DAY = 12 * 60 * 60_000;

/** A session that is over: what of it is mine, what stays for all, and what can be told outside. */
export class PastSession {
  readonly #circle: CircleBoard;
  readonly #questions;
  readonly #passes;
  readonly #learnings;
  readonly id: SessionId;
  readonly notes: SessionNotes;

  constructor(circle: CircleBoard, id: SessionId) {
    this.#circle = circle;
    this.id = id;
    this.notes = new SessionNotes(circle, id);
    this.#questions = observe(questionsIn(circle.document));
    this.#passes = observe(passesIn(circle.document));
    this.#learnings = observe(learningsIn(circle.document));
  }

  readonly record: Session | null = $derived.by(
    () => this.#circle.past.find(({ id }) => id === this.id) ?? null,
  );
  readonly hasNotes = $derived.by(() => this.notes.state === 'fade' || this.notes.state === 'kept');

  readonly recap: Recap | null = $derived.by(() => {
    const { writer, turns, commitments, reportBacks, mine } = this.#circle;
    const actions = commitmentsOf(this.#circle);
    return (
      this.record &&
      recapOf({
        me: writer.me,
        session: this.record,
        turns,
        questions: this.#questions.current,
        learnings: this.#learnings.current,
        // My private actions are here in the words that only this device has.
        commitments: commitments.map((each) => ({ ...each, ...actions.wordsOf(each) })),
        reports: reportBacks.map((report) => {
          const told = commitments.find(({ id }) => id === report.commitment);
          return told ? { ...report, learned: actions.learnedOf(told, report) } : report;
        }),
        opened: mine.lines('opened', this.id),
        hasNotes: this.hasNotes,
      })
    );
  });

  readonly #turns = $derived.by(() =>
    this.#circle.turns
      .filter(({ session }) => session === this.id)
      .toSorted((a, b) => a.index - b.index),
  );
  readonly presenters = $derived.by(() =>
    this.#turns.flatMap(({ presenter }) => (presenter === null ? [] : [presenter])),
  );
  /** Who came, in the order of their coming. */
  readonly came = $derived.by(() =>
    this.#circle.attendance
      .filter(({ session }) => session === this.id)
      .toSorted((a, b) => a.at - b.at)
      .map(({ member }) => member),
  );
  /** How many questions were asked; 0 also where they have faded. */
  readonly questionCount = $derived.by(() => {
    const turns = new Set(this.#turns.map(({ id }) => id));
    return this.#questions.current.filter(({ turn, takenBack }) => turns.has(turn) && !takenBack)
      .length;
  });
  readonly rounds = $derived.by(() =>
    this.hasNotes
      ? roundsOf(this.id, this.#turns, this.#questions.current, this.#passes.current)
      : [],
  );
  /** Actions that were made then, each with the last that was told of it. */
  readonly actions = $derived.by(() =>
    this.#circle.commitments
      .filter(({ session }) => session === this.id)
      .toSorted((a, b) => a.madeAt - b.madeAt)
      .map((commitment) => ({
        commitment,
        report:
          this.#circle.reportBacks
            .filter((report) => report.commitment === commitment.id)
            .toSorted((a, b) => b.at - a.at)[0] ?? null,
      })),
  );
  /** Learnings that outlive the notes. */
  readonly kept = $derived.by(() =>
    this.#learnings.current.filter(({ session, kept }) => session === this.id && kept === true),
  );
  /** What happened to the norms in it, the first thing first. */
  readonly norms = $derived.by(() => {
    const { record } = this;
    if (!record) return [];
    const end = record.closedAt ?? record.startedAt + HALF_A_DAY;
    return historyOf(this.#circle.norms.all)
      .filter(({ at }) => at >= record.startedAt && at <= end)
      .reverse();
  });

  /** What I write down for myself; it goes with my other notes of the session. */
  get words(): string {
    return this.#circle.mine.read('listening', `recap ${this.id}`);
  }
  set words(text: string) {
    this.#circle.mine.write('listening', `recap ${this.id}`, text);
  }
  /** Whether what I write now would stay: after the fading my notes go again and again, unless I keep them. */
  get takesWords(): boolean {
    return this.notes.state !== 'faded' || this.notes.keepsMine;
  }
}

/** The name says nothing of the circle: names of files are seen by everybody who looks at a screen. */
export const recapFile = (markdown: string, { startedAt }: Session): FileToKeep => ({
  name: `askwell-recap-${new Date(startedAt).toISOString().slice(0, 10)}.md`,
  content: new Blob([markdown], { type: 'text/markdown;charset=utf-8' }),
});

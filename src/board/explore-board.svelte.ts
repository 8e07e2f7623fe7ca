import { ask, changeQuestion, passOver, takeBackPass } from '../document/questions.ts';
import type { MemberId, QuestionId } from '../domain/ids.ts';
import type { Pass, Question } from '../domain/question.ts';
import { paceOf, questionsLeft, roundOf } from '../domain/question.ts';
import type { Observed } from './observed.svelte.ts';
import type { SessionBoard } from './session-board.svelte.ts';

/** The round of questions: one each in turn, by voice or with words on the screen. */
export class ExploreBoard {
  readonly #board: SessionBoard;
  readonly #questions: Observed<readonly Question[]>;
  readonly #passes: Observed<readonly Pass[]>;

  constructor(
    board: SessionBoard,
    questions: Observed<readonly Question[]>,
    passes: Observed<readonly Pass[]>,
  ) {
    this.#board = board;
    this.#questions = questions;
    this.#passes = passes;
  }

  /** Of this presenter's part, in the order of asking. */
  readonly questions = $derived.by(() =>
    this.#questions.current
      .filter(({ turn }) => turn === this.#board.turn?.id)
      .toSorted((a, b) => a.askedAt - b.askedAt || (a.id < b.id ? -1 : 1)),
  );
  readonly passes = $derived.by(() =>
    this.#passes.current
      .filter(({ turn }) => turn === this.#board.turn?.id)
      .toSorted((a, b) => a.at - b.at),
  );
  readonly round = $derived.by(() =>
    roundOf(
      // Whoever observes asks nothing.
      this.#board.attendance.filter(({ member }) => member !== this.#board.record.observer),
      this.#board.presenter,
      this.questions,
      this.passes,
    ),
  );
  readonly asking = $derived.by(() => this.round.asking);
  readonly next = $derived.by(() => this.round.order[1] ?? null);
  readonly isMyTurn = $derived.by(() => this.asking === this.#board.circle.writer.me);
  readonly amNext = $derived.by(() => this.next === this.#board.circle.writer.me);
  readonly #pace = $derived.by(() => paceOf(this.questions));
  readonly left = $derived.by(() => questionsLeft(Math.max(0, this.#board.left), this.#pace));

  /** What was asked last, unless it was taken back. */
  readonly latest = $derived.by(() => this.questions.filter((q) => !q.takenBack).at(-1) ?? null);
  /** The act of mine that I can still undo: nobody has asked or passed since. */
  readonly undoable = $derived.by(() => {
    const { me } = this.#board.circle.writer;
    const question = this.latest;
    const pass = this.passes.at(-1) ?? null;
    if (question && question.askedAt >= (pass?.at ?? 0))
      return question.author === me ? question : null;
    return pass?.by === me ? pass : null;
  });

  /** Marks my turn as asked. Without words it was asked aloud. */
  ask = (text: string): void => {
    const { turn, circle } = this.#board;
    if (!turn) return;
    const { me, now, newId } = circle.writer;
    const id = newId();
    const round = this.#roundOfMine(me);
    circle.save([id], () =>
      ask(circle.document, {
        id,
        turn: turn.id,
        round,
        author: me,
        text,
        askedAt: now(),
        changedAt: null,
        takenBack: false,
      }),
    );
  };

  /** The next round in which somebody has neither asked nor passed. */
  #roundOfMine(member: MemberId): number {
    const done = new Set([
      ...this.questions.filter((q) => q.author === member && !q.takenBack).map((q) => q.round),
      ...this.passes.filter((p) => p.member === member).map((p) => p.round),
    ]);
    let round = this.round.number;
    while (done.has(round)) round += 1;
    return round;
  }

  /** Lets a turn go by: mine, or that of somebody who is away. */
  pass = (member: MemberId): void => {
    const { turn, circle } = this.#board;
    if (!turn) return;
    const { me, now } = circle.writer;
    const round = this.#roundOfMine(member);
    const pass = { turn: turn.id, round, member, by: me, at: now() };
    circle.save([], () => passOver(circle.document, pass));
  };

  /** Changes my words; others see that they were changed. */
  change = (question: QuestionId, text: string): void => {
    const { circle } = this.#board;
    circle.save([question], () =>
      changeQuestion(circle.document, question, { text, changedAt: circle.writer.now() }),
    );
  };

  /** Takes my question off all screens. As the last act it gives me my turn back. */
  takeBack = (question: QuestionId): void => {
    const { circle } = this.#board;
    circle.save([question], () =>
      changeQuestion(circle.document, question, {
        text: '',
        takenBack: true,
        changedAt: circle.writer.now(),
      }),
    );
  };

  undo = (): void => {
    const act = this.undoable;
    if (!act) return;
    if ('id' in act) this.takeBack(act.id);
    else this.#board.circle.save([], () => takeBackPass(this.#board.circle.document, act));
  };

  /** The presenter's own mark on the question that opened something; it never leaves this device. */
  isMarked = (question: QuestionId): boolean =>
    this.#board.circle.mine.lines('opened', this.#board.id).includes(question);

  mark = (question: QuestionId): void => {
    const { mine } = this.#board.circle;
    const at = mine.lines('opened', this.#board.id).indexOf(question);
    if (at === -1) mine.addLine('opened', this.#board.id, question);
    else mine.removeLine('opened', this.#board.id, at);
  };
}

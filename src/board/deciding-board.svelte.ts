import {
  answerChoice,
  choiceAnswersIn,
  choicesIn,
  decide,
  decisionsIn,
  put,
} from '../document/choices.ts';
import { setContract } from '../document/contracts.ts';
import { consentTo, onTheTable, type Choice, type Decision } from '../domain/choice.ts';
import { observe } from './circle-board.svelte.ts';
import type { SessionBoard } from './session-board.svelte.ts';

/** What somebody puts to the circle. */
export type ChoiceWords = Pick<Choice, 'way' | 'words' | 'sessions' | 'keeps'>;

/** How a circle chooses, at the end of a cycle: go on, change, or close. */
export class DecidingBoard {
  readonly #session: SessionBoard;
  readonly #choices;
  readonly #answers;
  readonly #decisions;

  constructor(session: SessionBoard) {
    const { document } = session.circle;
    this.#session = session;
    this.#choices = observe(choicesIn(document));
    this.#answers = observe(choiceAnswersIn(document));
    this.#decisions = observe(decisionsIn(document));
  }

  get #circle() {
    return this.#session.circle;
  }

  readonly choice = $derived.by(() => onTheTable(this.#choices.current, this.#session.id));
  /** Put at the same time, or before: nothing of it is lost, and anyone may take it up again. */
  readonly others = $derived.by(() =>
    this.#choices.current.filter(
      (other) =>
        other.session === this.#session.id && this.choice !== null && !isSame(other, this.choice),
    ),
  );
  readonly consent = $derived.by(() =>
    consentTo(
      this.choice?.id ?? '',
      this.#answers.current,
      this.#session.participants.map(({ id }) => id),
    ),
  );
  readonly mine = $derived.by(
    () =>
      this.#answers.current.find(
        ({ choice, member }) => choice === this.choice?.id && member === this.#circle.writer.me,
      ) ?? null,
  );
  readonly decision: Decision | null = $derived.by(
    () => this.#decisions.current.find(({ session }) => session === this.#session.id) ?? null,
  );
  /** Who has a seat and is not in this session: nobody waits for them, and they are told. */
  readonly absent = $derived.by(() => {
    const here = new Set(this.#session.participants.map(({ id }) => id));
    return this.#circle.people.filter(({ id }) => !here.has(id));
  });

  /** Lays a choice on the table, above those that lie there. */
  put = (words: ChoiceWords): void => {
    const { me, now, newId } = this.#circle.writer;
    // Later than what it answers, however the clocks stand.
    const at = Math.max(now(), ...this.#choices.current.map((choice) => choice.at + 1));
    const { way, keeps, sessions } = words;
    const choice = { id: newId(), session: this.#session.id, way, keeps, sessions, by: me, at };
    this.#circle.save([], () => put(this.#circle.document, { ...choice, words: words.words }));
  };

  answer = (says: 'yes' | 'objection', words = ''): void => {
    const { choice } = this;
    if (!choice) return;
    const { me: member, now } = this.#circle.writer;
    const { session } = choice;
    const answer = { choice: choice.id, session, member, says, words, at: now() };
    this.#circle.save([], () => answerChoice(this.#circle.document, answer));
  };

  /** Writes down what the circle has decided, and for how many sessions. The last word is the circle's, not a count's. */
  decide = (): void => {
    const { choice } = this;
    if (!choice) return;
    const { me: by, now, newId } = this.#circle.writer;
    const { id, ...chosen } = choice;
    const at = Math.max(now(), ...this.#decisions.current.map((decision) => decision.at + 1));
    const { document } = this.#circle;
    this.#circle.save([], () => decide(document, { ...chosen, choice: id, by, at }));
    if (chosen.way === 'close' || chosen.sessions === 0) return;
    const contract = { id: newId(), sessions: chosen.sessions, since: at, isClosing: false };
    this.#circle.save([], () => setContract(document, { ...contract, by, setAt: at }));
  };
}

const isSame = (a: Choice, b: Choice): boolean =>
  a.way === b.way && a.words === b.words && a.sessions === b.sessions && a.keeps === b.keeps;

import { focusesIn, pickFocus } from '../document/focuses.ts';
import { putDown, raise, raisedCardsIn } from '../document/raised-cards.ts';
import { heirOf, isTrialOver, type Norm } from '../domain/norm.ts';
import { pickerOf } from '../domain/norm-focus.ts';
import { topCard } from '../domain/raised-card.ts';
import { observe } from './circle-board.svelte.ts';
import type { SessionBoard } from './session-board.svelte.ts';

/** How one session lives by the norms in force. */
export class LivingBoard {
  readonly #session: SessionBoard;
  readonly #focuses;
  readonly #cards;

  constructor(session: SessionBoard) {
    this.#session = session;
    this.#focuses = observe(focusesIn(session.circle.document));
    this.#cards = observe(raisedCardsIn(session.circle.document));
  }

  get #circle() {
    return this.#session.circle;
  }

  readonly #picked = $derived.by(
    () => this.#focuses.current.find(({ session }) => session === this.#session.id) ?? null,
  );
  /** What this session pays most attention to, also in words that have been changed since. */
  readonly focus: Norm | null = $derived.by(() =>
    this.#picked ? heirOf(this.#circle.norms.all, this.#picked.norm) : null,
  );
  /** Whose turn it is to pick, or was. */
  readonly picker = $derived.by(() => {
    const here = this.#session.participants.map(({ id }) => id);
    return this.focus && this.#picked
      ? this.#picked.member
      : pickerOf(here, this.#focuses.current, this.#session.id);
  });

  /** Picks a norm, for whoever's turn it is: they say it, and anyone may tap. */
  pick = (norm: Norm): void => {
    const { me, now } = this.#circle.writer;
    const focus = {
      session: this.#session.id,
      norm: norm.id,
      member: this.picker ?? me,
      at: now(),
    };
    this.#circle.save([], () => pickFocus(this.#circle.document, focus));
  };

  readonly #up = $derived.by(() =>
    topCard(this.#cards.current, this.#session.id, this.#circle.norms.all),
  );
  /** The norm on the card that is up. */
  readonly raised: Norm | null = $derived.by(() =>
    this.#up ? heirOf(this.#circle.norms.all, this.#up.norm) : null,
  );

  /** Holds a norm up for everyone. Nothing says who did. */
  raise = (norm: Norm): void => {
    const card = { session: this.#session.id, norm: norm.id, at: this.#circle.writer.now() };
    this.#circle.save([], () => raise(this.#circle.document, card));
  };

  /** Anyone may put the card down. */
  putDown = (): void => {
    const card = this.#up;
    if (card) this.#circle.save([], () => putDown(this.#circle.document, card));
  };

  /** Norms whose trial is over, and of which nobody has asked yet whether they stay. */
  readonly trialsOver = $derived.by(() => {
    const { agreed, proposed } = this.#circle.norms;
    const asked = new Set(proposed.map(({ amends }) => amends));
    return agreed.filter((norm) => isTrialOver(norm, this.#circle.past) && !asked.has(norm.id));
  });
}

const boards = new WeakMap<SessionBoard, LivingBoard>();

/** The same one for all parts of a session's screen. */
export function livingOf(session: SessionBoard): LivingBoard {
  const board = boards.get(session) ?? new LivingBoard(session);
  boards.set(session, board);
  return board;
}

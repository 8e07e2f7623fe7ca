import {
  agreeingIn,
  goToStep,
  putAside,
  putIn,
  putTogether,
  reword,
  star,
  starsIn,
  takeOut,
  tryFor,
} from '../document/agreeing.ts';
import { cardsOf, chosenOf, readersOf, type AgreeingStep, type Card } from '../domain/agreeing.ts';
import type { NormId } from '../domain/ids.ts';
import type { NormLibrary } from '../domain/norm-library.ts';
import { isTrialOver, type Norm, type Stance } from '../domain/norm.ts';
import { sameWords, type Shortlist } from '../domain/shortlist.ts';
import { needsEveryone } from '../domain/vague.ts';
import { observe } from './circle-board.svelte.ts';
import type { NormWords } from './norms-board.svelte.ts';
import type { SessionBoard } from './session-board.svelte.ts';

/** How many sessions a norm is tried for. */
const TRIAL = 2;

const plain = {
  why: '',
  looksLike: '',
  slipLine: '',
  group: '',
  template: null,
  amends: null,
  status: 'proposed',
  trialSessions: 0,
  sameAs: null,
  retires: false,
  asksEveryone: false,
  decidedAt: null,
  retiredAt: null,
} as const;

/** The way of this session from many wishes to one set of norms. */
export class AgreeingBoard {
  readonly #session: SessionBoard;
  readonly #library: NormLibrary;
  readonly #agreeing;
  readonly #stars;

  constructor(session: SessionBoard, library: NormLibrary) {
    this.#session = session;
    this.#library = library;
    this.#agreeing = observe(agreeingIn(session.circle.document));
    this.#stars = observe(starsIn(session.circle.document));
  }

  get #circle() {
    return this.#session.circle;
  }

  readonly step: AgreeingStep = $derived.by(
    () =>
      this.#agreeing.current.find(({ session }) => session === this.#session.id)?.step ?? 'alone',
  );
  readonly cards = $derived.by(() => cardsOf(this.#circle.norms.all, this.#stars.current));
  readonly #sorted = $derived.by(() => chosenOf(this.cards, this.#circle.norms.agreed.length));
  /** What is asked about. */
  readonly chosen = $derived.by(() => this.#sorted.chosen);
  readonly waiting = $derived.by(() => this.#sorted.waiting);

  /** What I have put in. */
  readonly mine = $derived.by(() =>
    this.#circle.norms.proposed.filter(({ proposedBy }) => proposedBy === this.#circle.writer.me),
  );
  readonly hasPutIn = $derived.by(
    () => new Set(this.#circle.norms.proposed.map(({ proposedBy }) => proposedBy)),
  );
  readonly myStar = $derived.by(
    () => this.cards.find(({ starredBy }) => starredBy.includes(this.#circle.writer.me)) ?? null,
  );
  readonly readers = $derived.by(() =>
    readersOf(
      this.#circle.norms.agreed,
      this.#session.participants.map(({ id }) => id),
    ),
  );

  /** Puts my list in, without what I have put in before. */
  putIn = (list: Shortlist): void => {
    const { me, now, newId } = this.#circle.writer;
    const has = new Set(this.mine.map(({ text }) => sameWords(text)));
    const norms = list.flatMap((picked): Norm[] => {
      const known = picked.kind === 'library' ? this.#library.norms.get(picked.name) : picked;
      if (!known || has.has(sameWords(known.text))) return [];
      const { text } = known;
      const words =
        picked.kind === 'library' ? { ...known, template: picked.name, name: undefined } : { text };
      return [
        this.#proposal({ ...plain, ...words, id: newId(), proposedBy: me, proposedAt: now() }),
      ];
    });
    this.#circle.save(
      norms.map(({ id }) => id),
      () => putIn(this.#circle.document, norms),
    );
  };

  /** Takes my list out again, as long as nothing is shown. */
  takeOut = (): void => {
    const ids = this.mine.map(({ id }) => id);
    this.#circle.save(ids, () => takeOut(this.#circle.document, ids));
  };

  /** Goes to a step for everyone; with the last one, what was not asked about is put aside. */
  goTo = (step: AgreeingStep): void => {
    const { me, now } = this.#circle.writer;
    const aside = step === 'in' ? this.cards.flatMap(({ all }) => all.map(({ id }) => id)) : [];
    const agreeing = { session: this.#session.id, step, by: me, at: now() };
    this.#circle.save([], () => goToStep(this.#circle.document, agreeing, aside));
  };

  /** Gives my star to a norm, or takes it back. */
  star = (card: Card): void => {
    const { me, now } = this.#circle.writer;
    const norm = card === this.myStar ? null : card.norm.id;
    this.#circle.save([], () => star(this.#circle.document, { member: me, norm, at: now() }));
  };

  together = (card: Card, other: Card): void =>
    this.#circle.save([], () => putTogether(this.#circle.document, card.norm.id, other.norm.id));

  apart = (card: Card): void =>
    this.#circle.save([], () => {
      for (const { id, sameAs } of card.all) {
        if (sameAs !== null) putTogether(this.#circle.document, id, null);
      }
    });

  /** Proposes a norm by itself, outside the four steps; one that loosens a promise asks everyone. */
  propose = (words: NormWords): NormId => {
    const { me, now } = this.#circle.writer;
    const norm = this.#proposal({ ...plain, ...words, id: '', proposedBy: me, proposedAt: now() });
    return this.#circle.norms.propose(words, norm.asksEveryone);
  };

  /** Says a norm in other words. One in force stays in force until these are agreed. */
  reword = (norm: Norm, text: string, slipLine: string): void =>
    this.#amend({ ...norm, text, slipLine, trialSessions: 0, retires: false });

  /** Asks whether a norm can go. It stays in force until all who are asked have said yes. */
  letGo = (norm: Norm): void => this.#amend({ ...norm, trialSessions: 0, retires: true });

  /** Asks about a norm again when its trial is over. */
  askAgain = (norm: Norm): void => this.#amend({ ...norm, trialSessions: 0, retires: false });

  #amend(norm: Norm): void {
    const { me, now, newId } = this.#circle.writer;
    const own = this.#proposal({
      ...norm,
      id: newId(),
      amends: norm.id,
      proposedBy: me,
      proposedAt: now(),
      status: 'proposed',
      sameAs: null,
      decidedAt: null,
      retiredAt: null,
    });
    const consent = { norm: own.id, member: me, stance: 'consent', reason: '', at: now() } as const;
    this.#circle.save([own.id], () => reword(this.#circle.document, own, consent));
  }

  #proposal(norm: Norm): Norm {
    const asksEveryone = needsEveryone(norm, this.#circle.norms.all, this.#library.words);
    return { ...norm, asksEveryone };
  }

  answer = (card: Card, stance: Stance, reason = ''): void =>
    this.#circle.norms.answer(card.norm.id, stance, reason, othersOf(card));

  agree = (card: Card): void => this.#circle.norms.agree(card.norm.id, othersOf(card));

  tryIt = (card: Card): void => {
    const sessions = card.norm.trialSessions > 0 ? 0 : TRIAL;
    this.#circle.save([card.norm.id], () => tryFor(this.#circle.document, card.norm.id, sessions));
  };

  /** Puts a wish aside; of a norm whose trial is over also the norm, for nobody has said yes to more. */
  drop = (card: Card): void => {
    const { norms, past, writer } = this.#circle;
    const { now } = writer;
    const ended = norms.agreed.filter((norm) => asksAgain(card, norm) && isTrialOver(norm, past));
    const ids = [...card.all, ...ended].map(({ id }) => id);
    this.#circle.save(ids, () => putAside(this.#circle.document, ids, now()));
  };
}

/** Whether a card asks if a norm stays, in the same words or in others. */
const asksAgain = ({ all }: Card, { id }: Norm): boolean =>
  all.some(({ amends, retires }) => amends === id && !retires);

const othersOf = ({ norm, all }: Card) => all.flatMap(({ id }) => (id === norm.id ? [] : id));

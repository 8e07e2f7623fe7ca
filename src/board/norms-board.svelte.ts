import { normSetFingerprint } from '../document/norm-set.ts';
import {
  agreeTo,
  answer,
  ballotsIn,
  normsIn,
  propose,
  ratificationsIn,
  ratify,
  setNormStatus,
} from '../document/norms.ts';
import type { MemberId, NormId } from '../domain/ids.ts';
import type { Ballot, Norm, Stance } from '../domain/norm.ts';
import { hasConsent, inForce, openProposals } from '../domain/norm.ts';
import type { CircleBoard } from './circle-board.svelte.ts';
import type { Person } from './people.ts';
import { observe } from './circle-board.svelte.ts';

/** What a norm is proposed with, from the library or in somebody's own words. */
export type NormWords = Pick<
  Norm,
  'text' | 'why' | 'looksLike' | 'slipLine' | 'group' | 'template'
>;

/** How a circle agrees its norms: somebody proposes, everyone consents, everyone is in. */
export class NormsBoard {
  readonly #circle: CircleBoard;
  readonly #norms;
  readonly #ballots;
  readonly #ratifications;

  constructor(circle: CircleBoard) {
    this.#circle = circle;
    this.#norms = observe(normsIn(circle.document));
    this.#ballots = observe(ballotsIn(circle.document));
    this.#ratifications = observe(ratificationsIn(circle.document));
  }

  readonly all = $derived.by(() => this.#norms.current);
  readonly agreed = $derived.by(() => inForce(this.all));
  readonly proposed = $derived.by(() => openProposals(this.all));
  /** Whether something may be asked about norms in force: a change, or if one on trial stays. */
  readonly hasChanges = $derived.by(
    () =>
      this.proposed.some(({ amends }) => amends !== null) ||
      this.agreed.some(({ status }) => status === 'trial'),
  );
  readonly ratifications = $derived.by(() => this.#ratifications.current);
  /** Of those who have a seat: an objection of somebody who has left holds nothing up. */
  readonly ballots = $derived.by(() => {
    const seated = new Set(this.#circle.seats.map(({ member }) => member.id));
    return this.#ballots.current.filter(({ member }) => seated.has(member));
  });
  /** Stands for the exact set in force; a changed set has another. */
  readonly fingerprint = $derived.by(() => normSetFingerprint(this.all));
  /** Who is in with exactly these norms. */
  readonly ratifiedBy = $derived.by(
    () =>
      new Set(
        this.ratifications
          .filter(({ set }) => set === this.fingerprint)
          .map(({ member }) => member),
      ),
  );

  ballotOf = (norm: NormId, member: MemberId): Ballot | null =>
    this.ballots.find((b) => b.norm === norm && b.member === member) ?? null;

  /** @param asksEveryone it loosens a promise, or nobody could tell whether it does */
  propose = (words: NormWords, asksEveryone: boolean): NormId => {
    const { me, now, newId } = this.#circle.writer;
    const id = newId();
    this.#circle.save([id], () =>
      propose(this.#circle.document, {
        ...words,
        id,
        amends: null,
        proposedBy: me,
        proposedAt: now(),
        status: 'proposed',
        trialSessions: 0,
        sameAs: null,
        retires: false,
        asksEveryone,
        decidedAt: null,
        retiredAt: null,
      }),
    );
    this.answer(id, 'consent');
    return id;
  };

  /**
   * Says what I think of a norm. It is agreed when everyone who is asked has consented.
   * @param aside proposals that say the same, and go when this one is agreed
   */
  answer = (norm: NormId, stance: Stance, reason = '', aside: readonly NormId[] = []): void => {
    const { me, now } = this.#circle.writer;
    const ballot: Ballot = { norm, member: me, stance, reason, at: now() };
    const others = this.ballots.filter((b) => b.norm !== norm || b.member !== me);
    const isLast = this.#isAgreedWith(norm, [...others, ballot]);
    this.#circle.save([norm], () => answer(this.#circle.document, ballot, isLast, aside));
  };

  /** Two who consent at the same moment each miss the other's word; then anyone may say that it is agreed. */
  canAgree = (norm: NormId): boolean => this.#isAgreedWith(norm, this.ballots);

  /** Everyone who is here or only looks elsewhere; who is not here says "I'm in" on their return. */
  askedFor = ({ asksEveryone }: Norm): readonly Person[] =>
    this.#circle.people.filter(({ reached }) => asksEveryone || reached.how !== 'gone');

  /** Nobody agrees a norm alone, and what has been retired must be proposed again first. */
  #isAgreedWith(norm: NormId, ballots: readonly Ballot[]): boolean {
    const proposal = this.proposed.find(({ id }) => id === norm);
    const asked = proposal ? this.askedFor(proposal).map(({ id }) => id) : [];
    return asked.length > 1 && hasConsent(norm, ballots, asked);
  }

  agree = (norm: NormId, aside: readonly NormId[] = []): void => {
    const at = this.#circle.writer.now();
    this.#circle.save([norm], () => agreeTo(this.#circle.document, norm, at, aside));
  };

  /** Drops a proposal. What is in force is let go by a proposal of its own. */
  drop = (norm: NormId): void => {
    const at = this.#circle.writer.now();
    this.#circle.save([norm], () => setNormStatus(this.#circle.document, norm, 'retired', at));
  };

  /** "I'm in": with exactly the norms that are in force now. */
  ratify = (): void => {
    const { me, now } = this.#circle.writer;
    const ratification = { member: me, set: this.fingerprint, at: now() };
    this.#circle.save([this.fingerprint], () => ratify(this.#circle.document, ratification));
  };
}

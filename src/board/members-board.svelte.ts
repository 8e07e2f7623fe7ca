import { goodbyesIn, sayGoodbye, stayAfterAll } from '../document/goodbyes.ts';
import { missedTwice, writerFor } from '../domain/goodbye.ts';
import { newcomerAmong, notYetIn } from '../domain/newcomer.ts';
import { observe, type CircleBoard } from './circle-board.svelte.ts';

const LEAVES = '';

/** Who comes and goes in a circle, and what each is to do about it. */
export class MembersBoard {
  readonly #circle: CircleBoard;
  readonly #goodbyes;

  constructor(circle: CircleBoard) {
    this.#circle = circle;
    this.#goodbyes = observe(goodbyesIn(circle.document));
  }

  readonly #members = $derived.by(() => this.#circle.seats.map(({ member }) => member));

  /** Who came last, after the others had agreed on norms. */
  readonly newcomer = $derived.by(() =>
    newcomerAmong(this.#members, this.#circle.norms.ratifications),
  );
  /** Who has yet to say "I'm in" since then. */
  readonly notYetIn = $derived.by(() => {
    const { norms } = this.#circle;
    return this.newcomer === null || norms.agreed.length === 0
      ? []
      : notYetIn(this.#members, norms.ratifications, norms.fingerprint);
  });

  /** Who has said that they leave the circle, and still has a seat. */
  readonly leaving = $derived.by(() => {
    const said = new Set(
      this.#goodbyes.current
        .filter(({ session }) => session === LEAVES)
        .map(({ member }) => member),
    );
    return this.#members.filter(({ id }) => said.has(id));
  });
  readonly amLeaving = $derived.by(() =>
    this.leaving.some(({ id }) => id === this.#circle.writer.me),
  );

  sayGoodbye = (): void => {
    const { me: member, now } = this.#circle.writer;
    this.#circle.save([], () =>
      sayGoodbye(this.#circle.document, { member, session: LEAVES, at: now() }),
    );
  };

  stay = (): void => {
    const { me: member } = this.#circle.writer;
    this.#circle.save([], () => stayAfterAll(this.#circle.document, { member, session: LEAVES }));
  };

  /** Who left since the circle got its link, where this device has not settled yet that the link may stay. */
  readonly left = $derived.by(() => {
    const renewedAt = Math.max(-Infinity, ...this.#circle.moves.map(({ at }) => at));
    return this.#circle.members.filter(
      ({ id, leftAt }) =>
        leftAt !== null &&
        leftAt > renewedAt &&
        this.#circle.mine.read('setting', `left ${id}`) !== String(leftAt),
    );
  });

  /** The link may stay as it is, although they have left. */
  keepLink = (): void => {
    for (const { id, leftAt } of this.left) {
      this.#circle.mine.write('setting', `left ${id}`, String(leftAt));
    }
    this.#circle.mine.flush();
  };

  /** Whom I write a line, because they were not there lately. Nobody else is told. */
  readonly missed = $derived.by(() => {
    const { past, attendance, mine, writer } = this.#circle;
    const [last] = past;
    if (!last) return [];
    const cameLast = attendance
      .filter(({ session }) => session === last.id)
      .map(({ member }) => member);
    const seats = this.#members.map(({ id }) => id);
    const missed = new Set(missedTwice(this.#members, past, attendance));
    return this.#members.filter(
      ({ id }) =>
        missed.has(id) &&
        writerFor(id, seats, cameLast) === writer.me &&
        mine.read('setting', `line ${id}`) !== last.id,
    );
  });

  /** I have written to them, or do not want to. */
  settle = (member: string): void => {
    this.#circle.mine.write('setting', `line ${member}`, this.#circle.past[0]?.id ?? '');
    this.#circle.mine.flush();
  };

  /** What I answered about positions among us; it stays on this device. */
  get power(): 'yes' | 'no' | null {
    const said = this.#circle.mine.read('setting', 'power');
    return said === 'yes' || said === 'no' ? said : null;
  }

  answerPower = (answer: 'yes' | 'no' | null): void => {
    this.#circle.mine.write('setting', 'power', answer ?? '');
    this.#circle.mine.flush();
  };

  /** It is asked at a first meeting, of a newcomer, and of nobody who has answered. */
  readonly asksPower = $derived.by(
    () =>
      this.power === null &&
      (this.#circle.past.length === 0 || this.newcomer?.id === this.#circle.writer.me),
  );
}

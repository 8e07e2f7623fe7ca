import {
  changeCommitment,
  commit,
  reportBack,
  takeBackCommitment,
} from '../document/commitments.ts';
import { readPrivateWords, withoutWords, writePrivateWords } from '../domain/commitment-words.ts';
import type {
  Commitment,
  CommitmentWords,
  NextStep,
  Outcome,
  ReportBack,
} from '../domain/commitment.ts';
import type { CommitmentId, MemberId, SessionId } from '../domain/ids.ts';
import { isTwiceNotYet } from '../domain/told.ts';
import type { CircleBoard } from './circle-board.svelte.ts';

/** What somebody is about to commit to. */
export interface Committing {
  readonly words: CommitmentWords;
  readonly session: SessionId;
  readonly owner: MemberId;
  /** Only who commits can keep the words to this device. */
  readonly isPrivate?: boolean;
  readonly follows?: CommitmentId | null;
}

/** What came of an action, in the words of a screen. */
export interface Telling {
  readonly outcome: Outcome;
  readonly learned: string;
  readonly next: NextStep | null;
}

const learnedOf = (session: SessionId, id: CommitmentId): string => `learned ${session} ${id}`;
const toldOf = (session: SessionId, id: CommitmentId): string => `told ${session} ${id}`;

/** The actions of a circle: those of which the circle has the words, and mine whose words only this device has. */
export class CommitmentsBoard {
  readonly #circle: CircleBoard;

  constructor(circle: CircleBoard) {
    this.#circle = circle;
  }

  isMine = ({ owner }: Commitment): boolean => owner === this.#circle.writer.me;

  /** What an action is; `null` where only another device has its words. */
  wordsOf = (commitment: Commitment): CommitmentWords | null =>
    commitment.isPrivate
      ? readPrivateWords(this.#circle.mine.read('commitment', commitment.id))
      : commitment;

  reportOf = (session: SessionId, id: CommitmentId): ReportBack | null =>
    this.#circle.reportBacks.find((r) => r.session === session && r.commitment === id) ?? null;

  /** What was learned of an action; of a private one only this device knows. */
  learnedOf = (commitment: Commitment, report: ReportBack): string =>
    commitment.isPrivate
      ? this.#circle.mine.read('commitment', learnedOf(report.session, commitment.id))
      : report.learned;

  /** What I told of an action and what now stands there in the words of somebody who told at the same moment. */
  replacedBy = (report: ReportBack): { readonly mine: string; readonly by: MemberId } | null => {
    const { me } = this.#circle.writer;
    if (report.by === null || report.by === me) return null;
    const mine = this.#circle.mine.read('learning', toldOf(report.session, report.commitment));
    return mine === '' || mine === report.learned ? null : { mine, by: report.by };
  };

  /** Whether I may be asked what an action of mine needs: it was "not yet" twice. */
  asksWhatItNeeds = (commitment: Commitment): boolean =>
    this.isMine(commitment) && isTwiceNotYet(commitment.id, this.#circle.reportBacks);

  /** Writes down what a member will do; anyone may type it for them. */
  commit = ({
    words,
    session,
    owner,
    isPrivate = false,
    follows = null,
  }: Committing): CommitmentId => {
    const { me, now, newId } = this.#circle.writer;
    const id = newId();
    const isHidden = isPrivate && owner === me;
    this.#circle.save([id], () =>
      commit(this.#circle.document, {
        ...(isHidden ? withoutWords(words) : words),
        id,
        session,
        owner,
        typedBy: me,
        isPrivate: isHidden,
        follows,
        madeAt: now(),
        changedAt: null,
      }),
    );
    if (isHidden) this.#keep(id, words);
    return id;
  };

  /** Gives an action other words. Those of a private one may be shown to the circle; the other way round is too late. */
  change = (commitment: Commitment, words: CommitmentWords, isPrivate: boolean): void => {
    const { document, writer, mine, journal } = this.#circle;
    const { id } = commitment;
    const isHidden = commitment.isPrivate && isPrivate;
    const fields = { ...(isHidden ? withoutWords(words) : words), isPrivate: isHidden };
    const changed = Object.entries(fields).filter(
      ([name, value]) => Reflect.get(commitment, name) !== value,
    );
    this.#circle.save([id], () =>
      changeCommitment(document, id, { ...Object.fromEntries(changed), changedAt: writer.now() }),
    );
    if (isHidden) this.#keep(id, words);
    else if (commitment.isPrivate) mine.clearOnce(journal.flush(), 'commitment', id);
  };

  takeBack = ({ id, isPrivate }: Commitment): void => {
    this.#circle.save([id], () => takeBackCommitment(this.#circle.document, id));
    if (isPrivate) this.#write(id, '');
  };

  /** Tells what came of an action. The circle hears of a private one only the outcome. */
  report = (commitment: Commitment, session: SessionId, telling: Telling): void => {
    const { id, isPrivate } = commitment;
    const { me, now } = this.#circle.writer;
    const learned = isPrivate ? '' : telling.learned;
    this.#circle.save([id], () =>
      reportBack(this.#circle.document, {
        ...telling,
        learned,
        commitment: id,
        session,
        by: me,
        at: now(),
      }),
    );
    if (isPrivate) this.#write(learnedOf(session, id), telling.learned);
    // Somebody may tell of it at the same moment, and the circle keeps one.
    else this.#circle.mine.write('learning', toldOf(session, id), telling.learned);
    this.#circle.mine.flush();
  };

  /** Resolves once the disk has what was written last. */
  safe = async (): Promise<void> => {
    const { journal, mine } = this.#circle;
    mine.flush();
    await Promise.all([journal.flush(), mine.written()]);
  };

  #keep(id: CommitmentId, words: CommitmentWords): void {
    this.#write(id, writePrivateWords(words));
  }

  #write(about: string, text: string): void {
    this.#circle.mine.write('commitment', about, text);
    this.#circle.mine.flush();
  }
}

const boards = new WeakMap<CircleBoard, CommitmentsBoard>();

/** The same one for all parts of a circle's screens. */
export function commitmentsOf(circle: CircleBoard): CommitmentsBoard {
  const board = boards.get(circle) ?? new CommitmentsBoard(circle);
  boards.set(circle, board);
  return board;
}

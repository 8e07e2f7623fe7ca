import { applyUpdate, encodeStateAsUpdate, type Doc, type Map as SharedMap } from 'yjs';
import type { Commitment, ReportBack } from '../domain/commitment.ts';
import { USUAL_STAY } from '../domain/fade-day.ts';
import type { FadedMark, FadeDate } from '../domain/fading.ts';
import type {
  CircleTime,
  CommitmentId,
  MemberId,
  NormId,
  QuestionId,
  SessionId,
  TurnId,
} from '../domain/ids.ts';
import type { Learning } from '../domain/learning.ts';
import type { Member, Sitting } from '../domain/member.ts';
import type { Move } from '../domain/move.ts';
import type { Ballot, Norm, NormStatus, Ratification } from '../domain/norm.ts';
import type { Pass, Question } from '../domain/question.ts';
import type { SessionClock } from '../domain/session-clock.ts';
import type { Attendance, NextMeeting, Session, Turn } from '../domain/session.ts';
import { isReadable, readHistory } from './history.ts';
import * as parse from './parse.ts';
import { CURRENT_SCHEMA, isNewer } from './schema-version.ts';
import { over, Records, Values } from './table.ts';

/** The origin of what this device writes. */
export const LOCAL = Symbol('local');

/** Writing to a circle that a newer Askwell has changed. */
export class DocumentIsNewer extends Error {}

/**
 * One circle as a Yjs document. Reads return domain objects; writes are sentences of the product, one transaction
 * each. All containers are top-level, so two devices that open a circle apart still share them.
 */
export class CircleDocument {
  readonly doc: Doc;
  /** How many updates of its history could not be read. */
  readonly unreadable: number;
  readonly meta: SharedMap<unknown>;
  readonly members: Records<Member>;
  readonly sittings: Values<Sitting>;
  readonly norms: Records<Norm>;
  readonly ballots: Values<Ballot>;
  readonly ratifications: Values<Ratification>;
  readonly sessions: Records<Session>;
  readonly turns: Records<Turn>;
  readonly attendance: Values<Attendance>;
  readonly questions: Records<Question>;
  readonly passes: Values<Pass>;
  readonly learnings: Values<Learning>;
  readonly commitments: Records<Commitment>;
  readonly reportBacks: Values<ReportBack>;
  readonly moves: Values<Move>;
  readonly fadeDates: Values<FadeDate>;
  readonly fadedMarks: Values<FadedMark>;

  /** @param history updates of this circle from the disk, in any order */
  constructor(history: readonly Uint8Array[] = []) {
    const { doc, unreadable } = readHistory(history);
    this.doc = doc;
    this.unreadable = unreadable;
    const map = (name: string): SharedMap<unknown> => this.doc.getMap(name);
    this.meta = map('meta');
    this.members = new Records(map('members'), parse.parseMember);
    this.sittings = new Values(map('sittings'), parse.parseSitting, (row) => [
      row.member,
      row.device,
    ]);
    this.norms = new Records(map('norms'), parse.parseNorm);
    this.ballots = new Values(map('ballots'), parse.parseBallot, (row) => [row.norm, row.member]);
    this.ratifications = new Values(map('ratifications'), parse.parseRatification, (row) => [
      row.member,
      row.set,
    ]);
    this.sessions = new Records(map('sessions'), parse.parseSession);
    this.turns = new Records(map('turns'), parse.parseTurn);
    this.attendance = new Values(map('attendance'), parse.parseAttendance, (row) => [
      row.session,
      row.member,
    ]);
    this.questions = new Records(map('questions'), parse.parseQuestion);
    this.passes = new Values(map('passes'), parse.parsePass, (row) => [
      row.turn,
      String(row.round),
      row.member,
    ]);
    this.learnings = new Values(map('learnings'), parse.parseLearning, (row) => [
      row.session,
      row.member,
    ]);
    this.commitments = new Records(map('commitments'), parse.parseCommitment);
    this.moves = new Values(map('moves'), parse.parseMove, (row) => [row.to]);
    this.reportBacks = new Values(map('reportBacks'), parse.parseReportBack, (row) => [
      row.session,
      row.commitment,
    ]);
    this.fadeDates = new Values(map('fadeDates'), parse.parseFadeDate, (row) => [
      row.session,
      row.by ?? '',
    ]);
    this.fadedMarks = new Values(map('faded'), parse.parseFadedMark, (row) => [row.session]);
  }

  get name(): string {
    return parse.parseText(this.meta.get('name')) ?? '';
  }

  /** The address of the circle's video call, or empty. */
  get callAddress(): string {
    return parse.parseText(this.meta.get('callAddress')) ?? '';
  }

  /** Whom to call: the circle's own safety sheet. */
  get safetySheet(): string {
    return parse.parseText(this.meta.get('safetySheet')) ?? '';
  }

  get next(): NextMeeting | null {
    return parse.parseNextMeeting(this.meta.get('next'));
  }

  /** True once a newer Askwell has changed this circle beyond what this version can write. */
  get isNewer(): boolean {
    return isNewer(this.meta);
  }

  observeMeta(changed: () => void): () => void {
    const told = (): void => changed();
    this.meta.observe(told);
    return () => this.meta.unobserve(told);
  }

  /** Calls back with the bytes of each change, whoever made it. Returns its own undo. */
  observeUpdates(heard: (update: Uint8Array, isMine: boolean) => void): () => void {
    const told = (update: Uint8Array, origin: unknown): void => heard(update, origin === LOCAL);
    this.doc.on('update', told);
    return () => this.doc.off('update', told);
  }

  /** Takes what another log of this circle holds, as if it had been written here just now. */
  take(history: readonly Uint8Array[]): void {
    this.doc.transact(() => {
      for (const update of history.filter(isReadable)) applyUpdate(this.doc, update);
    });
  }

  found(name: string, callAddress: string): void {
    this.#write(() => {
      this.meta.set('schema', CURRENT_SCHEMA);
      this.meta.set('name', name);
      this.meta.set('callAddress', callAddress);
    });
  }

  nameCircle(name: string): void {
    this.#write(() => this.meta.set('name', name));
  }

  setCallAddress(address: string): void {
    this.#write(() => this.meta.set('callAddress', address));
  }

  setSafetySheet(text: string): void {
    this.#write(() => this.meta.set('safetySheet', text));
  }

  setNext(next: NextMeeting | null): void {
    this.#write(() => this.meta.set('next', over(this.meta.get('next'), next)));
  }

  join(member: Member): void {
    this.#write(() => this.members.put(member));
  }

  /** A device takes a member's seat; everyone sees it. */
  sit(sitting: Sitting): void {
    this.#write(() => this.sittings.put(sitting));
  }

  rename(member: MemberId, name: string): void {
    this.#write(() => this.members.patch(member, { name }));
  }

  leave(member: MemberId, leftAt: CircleTime | null): void {
    this.#write(() => this.members.patch(member, { leftAt }));
  }

  /** Leaves the note that the circle has a new link. */
  move(move: Move): void {
    this.#write(() => this.moves.put(move));
  }

  propose(norm: Norm): void {
    this.#write(() => this.norms.put(norm));
  }

  /** Records a stance, and adopts the norm with it when that stance was the last one missing. */
  answer(ballot: Ballot, adopts: boolean): void {
    this.#write(() => {
      this.ballots.put(ballot);
      if (adopts) this.norms.patch(ballot.norm, { status: 'adopted' });
    });
  }

  setNormStatus(norm: NormId, status: NormStatus): void {
    this.#write(() => this.norms.patch(norm, { status }));
  }

  ratify(ratification: Ratification): void {
    this.#write(() => this.ratifications.put(ratification));
  }

  /** Begins a session with its presenters' parts, and closes those that were left open. */
  startSession(session: Session, turns: readonly Turn[], forgotten: readonly SessionId[]): void {
    this.#write(() => {
      for (const id of forgotten) this.#close(id, session.startedAt);
      this.sessions.put(session);
      for (const turn of turns) this.turns.put(turn);
    });
  }

  attend(attendance: Attendance): void {
    this.#write(() => this.attendance.put(attendance));
  }

  steer(
    session: SessionId,
    clock: SessionClock,
    by: Partial<Pick<Session, 'steeredBy' | 'pausedBy'>>,
  ): void {
    this.#write(() => this.sessions.patch(session, { clock, ...by }));
  }

  setSteward(session: SessionId, steward: MemberId | null): void {
    this.#write(() => this.sessions.patch(session, { steward }));
  }

  setTurn(turn: TurnId, fields: Partial<Pick<Turn, 'presenter' | 'challenge' | 'focus'>>): void {
    this.#write(() => this.turns.patch(turn, fields));
  }

  reveal(session: SessionId, revealedAt: CircleTime): void {
    this.#write(() => this.sessions.patch(session, { revealedAt }));
  }

  closeSession(session: SessionId, clock: SessionClock, closedAt: CircleTime): void {
    this.#write(() => {
      this.sessions.patch(session, { clock });
      this.#close(session, closedAt);
    });
  }

  /** Where nobody has chosen when the notes fade, the usual time runs from the close. */
  #close(session: SessionId, closedAt: CircleTime): void {
    this.sessions.patch(session, { closedAt });
    this.fadeDates.put({ session, on: closedAt + USUAL_STAY, by: null, at: closedAt });
  }

  /** Opens a session again that was closed by mistake. */
  reopenSession(session: SessionId, clock: SessionClock): void {
    this.#write(() => this.sessions.patch(session, { clock, closedAt: null }));
  }

  ask(question: Question): void {
    this.#write(() => this.questions.put(question));
  }

  changeQuestion(
    question: QuestionId,
    fields: Partial<Pick<Question, 'text' | 'changedAt' | 'takenBack'>>,
  ): void {
    this.#write(() => this.questions.patch(question, fields));
  }

  pass(pass: Pass): void {
    this.#write(() => this.passes.put(pass));
  }

  takeBackPass(pass: Pass): void {
    this.#write(() => this.passes.remove([pass.turn, String(pass.round), pass.member]));
  }

  learn(learning: Learning): void {
    this.#write(() => this.learnings.put(learning));
  }

  takeBackLearning(session: SessionId, member: MemberId): void {
    this.#write(() => this.learnings.remove([session, member]));
  }

  commit(commitment: Commitment): void {
    this.#write(() => this.commitments.put(commitment));
  }

  changeCommitment(id: CommitmentId, fields: Partial<Omit<Commitment, 'id'>>): void {
    this.#write(() => this.commitments.patch(id, fields));
  }

  takeBackCommitment(id: CommitmentId): void {
    this.#write(() => this.commitments.remove(id));
  }

  reportBack(report: ReportBack): void {
    this.#write(() => this.reportBacks.put(report));
  }

  setFadeDate(date: FadeDate): void {
    this.#write(() => this.fadeDates.put(date));
  }

  /** Writes what an import found missing, as words of this device. */
  takeIn(writes: readonly (() => void)[]): void {
    this.#write(() => {
      for (const write of writes) write();
    });
  }

  /** The whole circle as one update. */
  bytes(): Uint8Array {
    return encodeStateAsUpdate(this.doc);
  }

  release(): void {
    this.doc.destroy();
  }

  #write(change: () => void): void {
    if (this.isNewer) throw new DocumentIsNewer();
    this.doc.transact(change, LOCAL);
  }
}

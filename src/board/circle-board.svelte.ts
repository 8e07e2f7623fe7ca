import { aboutOf, nameCircle, setCallAddress, type About } from '../document/about.ts';
import type { CircleDocument } from '../document/circle-document.ts';
import { commitmentsIn, reportBacksIn } from '../document/commitments.ts';
import { join, leave, membersIn, rename, sittingsIn } from '../document/members.ts';
import { movesIn } from '../document/moves.ts';
import { attendanceIn, sessionsIn } from '../document/sessions.ts';
import { turnsIn } from '../document/turns.ts';
import { openCommitments } from '../domain/commitment.ts';
import type { CircleId, MemberId } from '../domain/ids.ts';
import { freeColour, seatsOf } from '../domain/member.ts';
import { moveFrom, overruledBy, removalsMissed, removedBefore } from '../domain/move.ts';
import { currentSession, pastSessions } from '../domain/session.ts';
import type { Journal } from './journal.svelte.ts';
import type { LiveLink } from './live-link.svelte.ts';
import { NormsBoard } from './norms-board.svelte.ts';
import { Observed } from './observed.svelte.ts';
import { peopleOf } from './people.ts';
import type { Private } from './private.svelte.ts';
import { strangersAmong } from './strangers.ts';
import { Ticker } from './ticker.ts';
import type { Writer } from './writer.svelte.ts';

export interface CircleParts {
  readonly document: CircleDocument;
  readonly journal: Journal;
  readonly mine: Private;
  readonly link: LiveLink;
  readonly writer: Writer;
}

/** A circle on this screen: reads that follow the document, and verbs that write to it. */
export class CircleBoard {
  readonly document: CircleDocument;
  readonly journal: Journal;
  readonly mine: Private;
  readonly link: LiveLink;
  readonly writer: Writer;
  readonly ticker: Ticker;
  readonly norms: NormsBoard;

  readonly #meta: Observed<About & { readonly isNewer: boolean }>;
  readonly #members;
  readonly #sittings;
  readonly #sessions;
  readonly #turns;
  readonly #commitments;
  readonly #reportBacks;
  readonly #attendance;
  readonly #moves;
  /** What this circle is called on the disk; another name with each new link. */
  circle: CircleId = $state('');

  constructor({ document, journal, mine, link, writer }: CircleParts) {
    this.document = document;
    this.journal = journal;
    this.mine = mine;
    this.link = link;
    this.writer = writer;
    this.ticker = new Ticker(writer.now);
    this.#meta = new Observed(
      () => ({ ...aboutOf(document), isNewer: document.isNewer }),
      (changed) => document.observeMeta(changed),
    );
    this.#members = observe(membersIn(document));
    this.#sittings = observe(sittingsIn(document));
    this.#sessions = observe(sessionsIn(document));
    this.#turns = observe(turnsIn(document));
    this.#commitments = observe(commitmentsIn(document));
    this.#reportBacks = observe(reportBacksIn(document));
    this.#attendance = observe(attendanceIn(document));
    this.#moves = observe(movesIn(document));
    this.norms = new NormsBoard(this);
  }

  readonly #details = $derived.by(() => this.#meta.current);
  readonly name = $derived.by(() => this.#details.name);
  readonly callAddress = $derived.by(() => this.#details.callAddress);
  readonly next = $derived.by(() => this.#details.next);
  /** A newer Askwell wrote this circle in a way that this version may only read. */
  readonly isNewer = $derived.by(() => this.#details.isNewer);

  readonly members = $derived.by(() => this.#members.current);
  readonly sittings = $derived.by(() => this.#sittings.current);
  readonly moves = $derived.by(() => this.#moves.current);
  /** The note that this circle has a new link, where this device has not got it; or that another new one counts. */
  readonly moved = $derived.by(
    () => moveFrom(this.moves, this.circle) ?? overruledBy(this.moves, this.circle),
  );
  /** Removals that nobody here knew of when this circle got its link. */
  readonly removalsMissed = $derived.by(() => removalsMissed(this.moves, this.circle));
  readonly seats = $derived.by(() => {
    const removed = removedBefore(this.moves, this.circle);
    return seatsOf(this.members.filter(({ id }) => !removed.has(id)));
  });
  readonly people = $derived.by(() =>
    peopleOf(this.seats, this.writer.me, this.link.peers, this.link.lastSeen),
  );
  /** Connected pages of nobody who has a seat. */
  readonly strangers = $derived.by(() => strangersAmong(this.link.peers, this.seats));
  readonly here = $derived.by(() => this.people.filter((person) => person.isHere));
  /** My seat; `null` when I have none: I left, or six others were here before me. */
  readonly mySeat = $derived.by(
    () => this.seats.find((seat) => seat.member.id === this.writer.me) ?? null,
  );

  readonly sessions = $derived.by(() => this.#sessions.current);
  readonly turns = $derived.by(() => this.#turns.current);
  readonly attendance = $derived.by(() => this.#attendance.current);
  readonly commitments = $derived.by(() => this.#commitments.current);
  readonly reportBacks = $derived.by(() => this.#reportBacks.current);
  readonly open = $derived.by(() => openCommitments(this.commitments, this.reportBacks));

  // Whether a session is forgotten changes by the hour, so neither of these needs the ticker.
  readonly session = $derived.by(() => currentSession(this.sessions, this.writer.now()));
  readonly past = $derived.by(() => pastSessions(this.sessions, this.writer.now()));

  nameOf = (member: MemberId | null): string =>
    this.members.find(({ id }) => id === member)?.name ?? '';

  personOf = (member: MemberId | null) => this.people.find(({ id }) => id === member) ?? null;

  rename = (name: string): void =>
    this.save([this.writer.me], () => rename(this.document, this.writer.me, name));

  nameCircle = (name: string): void => this.save(['meta'], () => nameCircle(this.document, name));

  setCallAddress = (address: string): void =>
    this.save(['meta'], () => setCallAddress(this.document, address));

  leave = (): void =>
    this.save([this.writer.me], () => leave(this.document, this.writer.me, this.writer.now()));

  /** Gives my seat back to me, or a new one if mine has been left. */
  takeSeatAgain = (name: string): void =>
    this.save([this.writer.me], () => {
      const { me, now } = this.writer;
      if (this.members.some(({ id }) => id === me)) leave(this.document, me, null);
      else {
        const colour = freeColour(this.seats);
        join(this.document, { id: me, name, joinedAt: now(), colour, leftAt: null });
      }
    });

  /**
   * One act of a person: written, sent, and marked as saving until the disk has it. Throws `DocumentIsNewer` in a
   * circle that a newer Askwell has changed, so that nobody takes for sent what was not; the screens offer no act then.
   */
  save(ids: readonly string[], change: () => void): void {
    change();
    this.journal.save(ids);
  }
}

/** A table of the document as runes see it. */
export function observe<Row>(table: {
  all(): readonly Row[];
  observe(changed: () => void): () => void;
}): Observed<readonly Row[]> {
  return new Observed(
    () => table.all(),
    (changed) => table.observe(changed),
  );
}

import { sittingsIn } from '../document/members.ts';
import { movesIn } from '../document/moves.ts';
import { sessionsIn } from '../document/sessions.ts';
import type { CircleId, MemberId } from '../domain/ids.ts';
import type { Database, NewLink, RememberedCircle } from '../storage/database.ts';
import type { LinkKeys } from '../sync/link.ts';
import type { CircleBoard } from './circle-board.svelte.ts';
import type { CircleClock } from './circle-clock.ts';
import { CircleConnection } from './circle-connection.ts';
import { CircleRow } from './circle-row.svelte.ts';
import { KeptSummary } from './kept-summary.ts';
import { MySeat } from './my-seat.svelte.ts';
import { sendOpenedLearnings } from './opened-learnings.ts';
import { PageHere } from './page-here.ts';
import { Renewals } from './renewals.svelte.ts';
import type { Surroundings } from './surroundings.ts';
import { nameOfTabs, type TabWord } from './tabs.ts';

/** A circle that is open on this page. */
export class OpenCircle {
  readonly board: CircleBoard;
  readonly clock: CircleClock;
  readonly connection: CircleConnection;
  readonly renewals: Renewals;
  readonly database: Database | null;
  readonly #row: CircleRow;
  readonly #seat: MySeat;
  readonly #page: PageHere;
  readonly #summary: KeptSummary;
  readonly #stop: (() => void)[] = [];
  /** The other tabs of this browser in which the circle is open. */
  #tabs: BroadcastChannel;
  #isClosed = false;
  /** Hears that the circle was removed from this device, in another tab. */
  onForgotten: () => void = () => undefined;

  constructor(
    remembered: RememberedCircle,
    keys: LinkKeys,
    clock: CircleClock,
    board: CircleBoard,
    surroundings: Surroundings,
  ) {
    const { document, link } = board;
    this.clock = clock;
    this.board = board;
    this.database = surroundings.database;
    this.#row = new CircleRow(remembered, surroundings.database, board.journal);
    this.#summary = new KeptSummary(board, clock, this.#row);
    this.#page = new PageHere(board, clock, this.#row, this.#summary);
    this.#seat = new MySeat(board, this.#row, () => this.#seated());
    this.renewals = new Renewals(board, this.#row, async () => {
      const { Renewing } = await import('./renewal/renewing.ts');
      return new Renewing(this, surroundings.settle);
    });
    this.connection = new CircleConnection(document.doc, keys, link, clock, surroundings, () => {
      if (this.remembered.renewed) this.renewals.let((it) => it.openDoor());
    });
    this.connection.restsUntil = remembered.apartUntil ?? 0;
    link.open = () => {
      this.connection.connect().catch(() => {
        link.trouble = 'failed';
      });
    };
    link.onWhisper = (whisper) => this.renewals.let((it) => it.hear(whisper));
    board.circle = remembered.circle;
    this.#tabs = this.#listenToTabs(remembered.circle);
    this.#stop.push(
      document.observeUpdates(() => this.#summary.soon()),
      sessionsIn(document).observe(() => this.#sendLearnings()),
      sittingsIn(document).observe(() => this.#seat.share()),
      movesIn(document).observe(() => this.#comeAlong()),
      this.#page.watch(),
      () => this.#summary.end(),
      () => this.#tabs.close(),
    );
    this.#seat.share();
    this.#comeAlong();
    if (remembered.pending) this.renewals.let((it) => it.finish());
    this.#page.say();
    this.#sendLearnings();
  }

  get remembered(): RememberedCircle {
    return this.#row.here;
  }

  get keys(): LinkKeys {
    return this.connection.keys;
  }

  /** Whether this browser has a seat in the circle. */
  get isSeated(): boolean {
    return this.#seat.isTaken;
  }

  /** Takes a free seat under my name. */
  joinAs(name: string): void {
    this.#seat.joinAs(name);
  }

  /** Takes the seat of a member whose device is not here: mine, from another browser. */
  takeSeat(member: MemberId): void {
    this.#seat.take(member);
  }

  /** Chooses for this device whether all goes through TURN, and connects anew by that way. */
  goByRelay(only: boolean): Promise<void> {
    return this.connection.goByRelay(only, () => this.renewals.closeDoor());
  }

  /** Tells the others which page this is, and whether somebody looks at it. */
  enter(session: string | null): void {
    this.#page.enter(session);
  }

  /** Keeps a new link on the disk until this browser has followed it. Rejects when the disk refuses. */
  keepPending(pending: NewLink): Promise<void> {
    return this.#row.keep({ pending });
  }

  /** Keeps away from the others until then, here and whenever it is opened. Rejects when the disk refuses. */
  async keepApart(apartUntil: number): Promise<void> {
    await this.#row.keep({ apartUntil });
    this.connection.restsUntil = apartUntil;
  }

  /** The other tabs of this browser let go of the circle. */
  tellTabs(): void {
    this.#tabs.postMessage('forgotten' satisfies TabWord);
  }

  /** From now on is what this row says: under another link, or with the seat of an older row. */
  become(row: RememberedCircle, keys: LinkKeys): void {
    const { board } = this;
    if (this.#isClosed) return;
    this.#row.become(row);
    this.connection.keys = keys;
    board.circle = row.circle;
    board.writer.device = row.device;
    this.#seat.bring(row.member);
    this.#tabs.close();
    this.#tabs = this.#listenToTabs(row.circle);
    this.#page.say();
    this.#summary.write();
  }

  /** Resolves once the disk has, or refuses, all that was written so far. */
  async onDisk(): Promise<void> {
    await this.board.journal.flush().catch(() => this.board.journal.failed());
  }

  /** The disk has lost a part of what it had kept of this circle. */
  get isDamaged(): boolean {
    return this.board.document.unreadable > 0;
  }

  onClose(undo: () => void): void {
    this.#stop.push(undo);
  }

  #seated(): void {
    this.#page.say();
    this.#sendLearnings();
  }

  #sendLearnings(): void {
    if (this.isSeated) sendOpenedLearnings(this.board, () => !this.#isClosed);
  }

  /** What this browser has under an older link of this circle comes along. */
  #comeAlong(): void {
    const isMoved = movesIn(this.board.document).all().length > 0;
    if (isMoved) this.renewals.let((it) => it.comeAlong());
  }

  #listenToTabs(circle: CircleId): BroadcastChannel {
    const tabs = new BroadcastChannel(nameOfTabs(circle));
    tabs.onmessage = ({ data }: MessageEvent<TabWord>) => {
      if (data === 'moved') this.renewals.let((it) => it.followTab());
      else this.onForgotten();
    };
    return tabs;
  }

  /** Removes the circle from this device; the others keep theirs. */
  async forget(): Promise<void> {
    this.tellTabs();
    this.#summary.stop();
    await this.close();
    await this.#row.forget();
  }

  async close(): Promise<void> {
    const { board } = this;
    this.#isClosed = true;
    this.connection.end();
    this.renewals.end();
    for (const stop of this.#stop.splice(0)) stop();
    board.link.open = null;
    board.link.onWhisper = null;
    await this.renewals.close();
    await board.mine.close();
    await board.link.close();
    // A disk that still refuses must not keep this circle from being left or removed; the others have its words.
    await board.journal.close().catch((error: unknown) => console.info('left unwritten', error));
    board.document.release();
  }
}

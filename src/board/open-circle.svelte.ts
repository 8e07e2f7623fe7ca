import { encodeStateAsUpdate, type Doc } from 'yjs';
import { CircleDocument } from '../document/circle-document.ts';
import { merged } from '../document/compact.ts';
import { fadedMarksIn } from '../document/fade-dates.ts';
import { join, sit, sittingsIn } from '../document/members.ts';
import { movesIn } from '../document/moves.ts';
import { sessionsIn } from '../document/sessions.ts';
import { dayNumber } from '../domain/fade-day.ts';
import type { CircleId, MemberId } from '../domain/ids.ts';
import { freeColour } from '../domain/member.ts';
import type { Move } from '../domain/move.ts';
import { writeSummaries } from '../storage/circle-summaries.ts';
import type { Database, NewLink, RememberedCircle } from '../storage/database.ts';
import { PrivateNotes } from '../storage/private-notes.ts';
import { RememberedCircles } from '../storage/remembered-circles.ts';
import { UpdateLog } from '../storage/update-log.ts';
import type { Connect, Link, LinkKeys, LinkSettings } from '../sync/link.ts';
import { CircleBoard } from './circle-board.svelte.ts';
import { CircleClock } from './circle-clock.ts';
import type { SiteConfig } from './config.ts';
import { Journal } from './journal.svelte.ts';
import { keepCompact } from './keep-compact.ts';
import { knowsOfReveal } from './knows-of-reveal.ts';
import { letNotesFade } from './let-notes-fade.ts';
import { LiveLink, type LinkTrouble } from './live-link.svelte.ts';
import { askToKeep } from './persistence.ts';
import { Private } from './private.svelte.ts';
import type { Renewing } from './renewal/renewing.ts';
import { settingsOf } from './link-settings.ts';
import { setRelayOnly } from './relay-only.ts';
import { nameOfTabs, type TabWord } from './tabs.ts';
import { wayAcross } from './way-across.ts';
import { freshId, Writer } from './writer.svelte.ts';

/** Everything outside a circle that it needs. Tests pass a database of their own and a link that stays offline. */
export interface Surroundings {
  /** `null` where the browser stores nothing. */
  readonly database: Database | null;
  readonly connect: Connect;
  readonly config: () => Promise<SiteConfig>;
  /** Whether the person has agreed to contact these hosts. */
  readonly mayContact: (hosts: readonly string[]) => boolean;
  /** How long a page waits for a second new link before it follows the first, ms. */
  readonly settle?: number;
}

/** A circle that is open on this page. */
export class OpenCircle {
  readonly board: CircleBoard;
  readonly clock: CircleClock;
  keys: LinkKeys;
  #remembered: RememberedCircle;
  /** Whether this browser has a seat in the circle. */
  isSeated = $state(false);
  readonly #surroundings: Surroundings;
  readonly #circles: RememberedCircles | null;
  readonly #stop: (() => void)[] = [];
  #rememberTimer: ReturnType<typeof setTimeout> | undefined;
  #connecting: Promise<void> | null = null;
  #isClosed = false;
  /** The other tabs of this browser in which the circle is open. */
  #tabs: BroadcastChannel;
  #renewing: Promise<Renewing> | null = null;
  #settings: LinkSettings | null = null;
  /** That the circle has got a new link while it was open here. */
  news = $state.raw<{ readonly move: Move; readonly isMine: boolean } | null>(null);
  /** Hears that the circle was removed from this device, in another tab. */
  onForgotten: () => void = () => undefined;

  constructor(
    remembered: RememberedCircle,
    keys: LinkKeys,
    clock: CircleClock,
    board: CircleBoard,
    surroundings: Surroundings,
  ) {
    this.#remembered = $state.raw(remembered);
    this.isSeated = remembered.member !== null;
    this.keys = keys;
    this.clock = clock;
    this.board = board;
    this.#surroundings = surroundings;
    this.#circles = surroundings.database ? new RememberedCircles(surroundings.database) : null;
    this.#stop.push(
      board.document.observeUpdates(() => {
        this.#rememberTimer ??= setTimeout(() => this.#remember(), 400);
      }),
      sessionsIn(board.document).observe(() => this.#sendOpenedLearnings()),
      sittingsIn(board.document).observe(() => this.#shareSeat()),
      listen(document, 'visibilitychange', () => this.#visibilityChanged()),
      listen(window, 'pagehide', () => this.#put()),
      listen(window, 'pageshow', () => this.#back()),
      listen(window, 'online', () => board.link.retry()),
    );
    board.link.open = () => {
      this.connect().catch(() => {
        board.link.trouble = 'failed';
      });
    };
    board.link.onWhisper = (whisper) => this.#renewed((it) => it.hear(whisper));
    board.circle = remembered.circle;
    this.#tabs = this.#listenToTabs(remembered.circle);
    this.#stop.push(
      () => this.#tabs.close(),
      movesIn(board.document).observe(() => this.#comeAlong()),
    );
    this.#shareSeat();
    this.#comeAlong();
    if (remembered.pending) this.#renewed((it) => it.finish());
    this.#say();
    this.#sendOpenedLearnings();
  }

  // Learnings are opened together; a device that was away then sends its own when it hears of it.
  #sendOpenedLearnings(): void {
    const { board } = this;
    if (!this.isSeated) return;
    const faded = new Set(
      fadedMarksIn(board.document)
        .all()
        .map((mark) => mark.session),
    );
    for (const session of sessionsIn(board.document).all()) {
      if (session.revealedAt === null || knowsOfReveal(board.mine, session.id)) continue;
      if (faded.has(session.id)) continue;
      // The board of a session is loaded only where one is needed.
      import('./publish-learning.ts')
        .then(({ publishLearning }) => {
          if (!this.#isClosed) publishLearning(board, session);
        })
        .catch((error: unknown) => console.warn('a learning waits for the next change', error));
    }
  }

  get remembered(): RememberedCircle {
    return this.#remembered;
  }

  /** Finds the others. The circle is open and usable meanwhile, and stays so when this fails. */
  connect(): Promise<void> {
    this.#connecting ??= this.#connect().finally(() => {
      this.#connecting = null;
    });
    return this.#connecting;
  }

  async #connect(): Promise<void> {
    const { board } = this;
    const { link } = board;
    try {
      const config = await this.#surroundings.config();
      link.configFaults = config.faults;
      link.hasTurn = config.hasTurn;
      link.contacts = config.contacts;
      link.wayAcross = wayAcross(config.iceServers);
      link.iceServers = config.iceServers.flatMap(({ urls }) => urls);
      if (!this.#surroundings.mayContact(config.foreignHosts)) {
        link.asksFor = config.foreignHosts;
        return;
      }
      link.asksFor = [];
      this.#settings = settingsOf(config, () => this.clock.told());
      const { connect } = this.#surroundings;
      const opened = await connect(board.document.doc, this.keys, this.#settings);
      // The circle was closed meanwhile: an open link would keep its room from ever being opened again.
      if (this.#isClosed) return await opened.close();
      link.attach(opened);
      link.trouble = null;
      if (this.#remembered.renewed) this.#renewed((it) => it.openDoor());
    } catch (error) {
      link.trouble = troubleOf(error);
    }
  }

  /** Chooses for this device whether all goes through TURN, and connects anew by that way. */
  async goByRelay(only: boolean): Promise<void> {
    setRelayOnly(only);
    await this.#connecting;
    await (await this.#renewing)?.closeDoor();
    await this.board.link.close();
    await this.connect();
  }

  get database(): Database | null {
    return this.#surroundings.database;
  }

  /** What gives the circle a new link, or follows one. */
  renewing(): Promise<Renewing> {
    this.#renewing ??= import('./renewal/renewing.ts').then(
      ({ Renewing }) => new Renewing(this, this.#surroundings.settle),
      (error: unknown) => {
        this.#renewing = null;
        throw error;
      },
    );
    return this.#renewing;
  }

  /** The person knows of the new link, and of those who need it from a person. */
  readNews(): void {
    this.news = null;
    const { renewed } = this.#remembered;
    if (!renewed) return;
    const along = this.board.seats.map(({ member }) => member.id);
    const fields = { renewed: { ...renewed, along } };
    this.#remembered = { ...this.#remembered, ...fields };
    this.#write(fields);
  }

  /** Keeps a new link on the disk until this browser has followed it. Rejects when the disk refuses. */
  async keepPending(pending: NewLink): Promise<void> {
    await this.#circles?.change(this.#remembered.id, { pending });
    this.#remembered = { ...this.#remembered, pending };
  }

  /** Leaves the room that the circle is in. */
  async leaveRoom(): Promise<void> {
    await this.#connecting;
    await this.board.link.close();
  }

  /** From now on is what this row says: under another link, or with the seat of an older row. */
  become(row: RememberedCircle, keys: LinkKeys): void {
    const { board } = this;
    if (this.#isClosed) return;
    this.#remembered = row;
    this.keys = keys;
    board.circle = row.circle;
    board.writer.device = row.device;
    if (row.member && !this.isSeated) {
      board.writer.me = row.member;
      this.isSeated = true;
    }
    this.#tabs.close();
    this.#tabs = this.#listenToTabs(row.circle);
    this.#say();
    this.#remember();
  }

  /** Opens a link beside this circle's own, by the same ways. */
  openBeside(doc: CircleBoard['document']['doc'], keys: LinkKeys): Promise<Link> {
    if (!this.#settings) throw new Error('this circle has no link yet');
    return this.#surroundings.connect(doc, keys, this.#settings);
  }

  /** What this browser has under an older link of this circle comes along. */
  #comeAlong(): void {
    if (movesIn(this.board.document).all().length > 0) this.#renewed((it) => it.comeAlong());
  }

  /** Lets the part that renews links do something; few circles ever load it. */
  #renewed(act: (renewing: Renewing) => Promise<void>): void {
    if (this.#isClosed) return;
    this.renewing()
      .then(act)
      .catch((error: unknown) => {
        console.warn('askwell: a new link waits', error);
        this.board.journal.failed('row');
      });
  }

  #listenToTabs(circle: CircleId): BroadcastChannel {
    const tabs = new BroadcastChannel(nameOfTabs(circle));
    tabs.onmessage = ({ data }: MessageEvent<TabWord>) => {
      if (data === 'moved') this.#renewed((it) => it.followTab());
      else this.onForgotten();
    };
    return tabs;
  }

  /** Takes a free seat under my name. */
  joinAs(name: string): void {
    const { board } = this;
    if (this.isSeated) return;
    const { me, now } = board.writer;
    const colour = freeColour(board.seats);
    board.save([me], () =>
      join(board.document, { id: me, name, joinedAt: now(), colour, leftAt: null }),
    );
    this.#seated(me);
  }

  /** Takes the seat of a member whose device is not here: mine, from another browser. */
  takeSeat(member: MemberId): void {
    if (this.isSeated) return;
    this.board.writer.me = member;
    this.#seated(member);
  }

  // Two tabs are one seat: what the other has taken is mine as well.
  #shareSeat(): void {
    const { device } = this.#remembered;
    const sitting = sittingsIn(this.board.document)
      .all()
      .find((each) => each.device === device);
    if (this.isSeated || !sitting) return;
    this.board.writer.me = sitting.member;
    this.#remembered = { ...this.#remembered, member: sitting.member };
    this.isSeated = true;
    this.#say();
    this.#sendOpenedLearnings();
  }

  #seated(member: MemberId): void {
    const { board } = this;
    const { device, now } = board.writer;
    board.save([member], () => sit(board.document, { member, device, at: now() }));
    this.#remembered = { ...this.#remembered, member };
    this.isSeated = true;
    this.#say();
    this.#write({ member });
    this.#remember();
    this.#sendOpenedLearnings();
    askToKeep();
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

  /** Tells the others which page this is, and whether somebody looks at it. */
  enter(session: string | null): void {
    this.clock.inSession = session !== null;
    this.#say(session);
  }

  #say(session = this.board.link.said?.session ?? null): void {
    const { member, device } = this.#remembered;
    const away = document.visibilityState === 'hidden';
    this.board.link.say({ member, device, session, away, day: dayNumber(Date.now()) });
  }

  #visibilityChanged(): void {
    if (document.visibilityState === 'hidden') {
      this.#put();
      return;
    }
    this.#back();
  }

  // A phone may freeze the page at any moment after this: say "away" first, then put everything on the disk.
  #put(): void {
    const { mine, journal } = this.board;
    this.#say();
    mine.putDown();
    journal.save([]);
    // Last: this row is read before it is written, and the words would wait for that and go with the page.
    mine
      .written()
      .then(() => this.#remember())
      .catch(() => journal.failed());
  }

  #back(): void {
    this.clock.checkAfterSleep();
    this.#say();
    this.board.link.retry();
  }

  #remember(): void {
    clearTimeout(this.#rememberTimer);
    this.#rememberTimer = undefined;
    const { board } = this;
    const fields = {
      openedAt: Date.now(),
      clockOffset: this.clock.offset,
      name: board.name,
      members: board.seats.map(({ member, colour }) => ({ name: member.name, colour })),
      next: board.next,
      lastMet: board.past[0]?.startedAt ?? null,
      openCommitments: board.open.length,
    };
    this.#remembered = { ...this.#remembered, ...fields };
    this.#write(fields);
  }

  #write(fields: Partial<Omit<RememberedCircle, 'id'>>): void {
    const circles = this.#circles;
    if (!circles) return;
    const { journal } = this.board;
    circles
      .change(this.#remembered.id, fields)
      .then(() => circles.all())
      .then((all) => {
        writeSummaries(all);
        journal.took('row');
      })
      .catch(() => journal.failed('row'));
  }

  /** Removes the circle from this device; the others keep theirs. */
  async forget(): Promise<void> {
    this.#tabs.postMessage('forgotten' satisfies TabWord);
    await this.close();
    await this.#circles?.forget(this.#remembered);
    if (this.#circles) writeSummaries(await this.#circles.all());
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    for (const stop of this.#stop.splice(0)) stop();
    clearTimeout(this.#rememberTimer);
    this.board.link.open = null;
    this.board.link.onWhisper = null;
    // A part that could not be loaded has nothing to close; who asked for it was told.
    await (await this.#renewing?.catch(() => null))?.close();
    await this.board.mine.close();
    await this.board.link.close();
    // A disk that still refuses must not keep this circle from being left or removed; the others have its words.
    await this.board.journal
      .close()
      .catch((error: unknown) => console.info('left unwritten', error));
    this.board.document.release();
  }
}

/** Opens a circle from this disk: history first, then listening, so nothing is written twice. */
export async function openCircle(
  remembered: RememberedCircle,
  keys: LinkKeys,
  surroundings: Surroundings,
  doc?: Doc,
): Promise<OpenCircle> {
  const { database } = surroundings;
  const { circle, device } = remembered;
  if (database && remembered.before?.length) {
    await (await import('../storage/succession.ts')).sweep(database, remembered);
  }
  let failed = (): void => undefined;
  const log = database ? new UpdateLog(database, circle, merged, () => failed()) : null;
  const history = (await log?.load()) ?? [];
  // Another tab of this browser may have told what the disk does not have yet.
  const heard = doc && doc.store.clients.size > 0 ? encodeStateAsUpdate(doc) : null;
  const circleDocument = new CircleDocument(history, doc);
  const journal = new Journal(circleDocument, log);
  if (heard) log?.append(heard);
  failed = () => journal.failed();
  const notes = database ? new PrivateNotes(database, circle) : null;
  const mine = new Private(
    notes,
    () => journal.failed('notes'),
    () => journal.took('notes'),
  );
  await mine.load();
  const clock = new CircleClock(remembered.clockOffset);
  const link = new LiveLink(clock);
  const writer = new Writer(remembered.member ?? newMember(), device, () => clock.now());
  const board = new CircleBoard({ document: circleDocument, journal, mine, link, writer });
  const open = new OpenCircle(remembered, keys, clock, board, surroundings);
  if (log) open.onClose(keepCompact(log));
  open.onClose(letNotesFade(board, log));
  return open;
}

const newMember = (): MemberId => freshId();

function troubleOf(error: unknown): LinkTrouble {
  // By its name: the settings are read by a part of the page that is loaded with them.
  if (error instanceof Error && error.name === 'ConfigUnreadable') return 'config';
  const reason = error instanceof Error && 'reason' in error ? error.reason : null;
  return reason === 'no-webrtc' || reason === 'not-secure' ? reason : 'failed';
}

function listen(target: EventTarget, event: string, heard: () => void): () => void {
  target.addEventListener(event, heard);
  return () => target.removeEventListener(event, heard);
}

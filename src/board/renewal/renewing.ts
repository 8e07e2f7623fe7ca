import { leave, membersIn } from '../../document/members.ts';
import { movesIn, noteMove } from '../../document/moves.ts';
import type { MemberId } from '../../domain/ids.ts';
import { byWeight, removedBefore, type Move } from '../../domain/move.ts';
import type { NewLink, RememberedCircle } from '../../storage/database.ts';
import { succeed } from '../../storage/succession.ts';
import { formatInvitation, newInvitation } from '../../sync/invitation.ts';
import { deriveKeys } from '../../sync/link-keys.ts';
import type { PeerId, Whisper } from '../../sync/link.ts';
import type { OpenCircle } from '../open-circle.ts';
import { Moving } from './moving.ts';
import { keysIn, keysOf, readNewLink, wordsOf } from './new-link.ts';
import { OldDoor } from './old-door.ts';

/** A page that gets the new link, because somebody has seen that its member is on the call. */
export interface Confirmed {
  readonly peer: PeerId;
  readonly member: MemberId;
}

/** How long a page stays in the old room after a whisper, so that of two new links all follow the same one, ms. */
const SETTLE = 3000;
const MINUTE = 60_000;
/** How long the note is told in the old room, ms. Short where somebody was removed, who would see this device there. */
const TOLD_AFTER_REMOVAL = 10 * MINUTE;
const TOLD = 14 * 24 * 60 * MINUTE;
/** New links that one page is told at once before it takes the rest for mischief. */
const MOST_HELD = 12;

/** Gives a circle a new link, and follows one that another member's page has whispered. */
export class Renewing {
  readonly #circle: OpenCircle;
  readonly #settle: number;
  readonly #held: NewLink[] = [];
  readonly #from = new WeakMap<NewLink, PeerId>();
  /** Those held that came from a page whose member I have confirmed: what they removed counts here too. */
  readonly #trusted: Move[] = [];
  #mine: { link: NewLink; along: readonly Confirmed[] } | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #following: PromiseWithResolvers<void> | null = null;
  #door: OldDoor | null = null;
  readonly #moving: Moving;

  constructor(circle: OpenCircle, settle = SETTLE) {
    this.#circle = circle;
    this.#settle = settle;
    this.#moving = new Moving(circle);
  }

  /**
   * Makes a new link and gives it to these pages alone. Resolves when this page has moved there. Rejects when the disk
   * refuses; nothing has happened then.
   */
  async renew(along: readonly Confirmed[], removed: readonly MemberId[]): Promise<void> {
    await this.#offer(along, removed, 1);
    await this.#followed();
  }

  /** Hears what a page has said to this one alone. */
  async hear({ from, words }: Whisper): Promise<void> {
    const link = readNewLink(words);
    const { circle } = this.#circle.remembered;
    if (link?.move.from !== circle || this.#held.length >= MOST_HELD) return;
    if (link.move.removed.includes(this.#circle.board.writer.me)) return;
    // What is read below may change which link this page follows.
    if (this.#held.length > 0) this.#wait();
    if ((await keysOf(link)) === null) return;
    if (this.#mine) {
      // Who is left behind must not lead this device away by a link of their own.
      if (!this.#mine.along.some(({ peer }) => peer === from)) return;
      this.#trusted.push(link.move);
    }
    this.#from.set(link, from);
    await this.#hold(link);
    await this.#honour();
  }

  /** Goes on where a crash or a reload has interrupted. */
  async finish(): Promise<void> {
    const { pending } = this.#circle.remembered;
    if (pending) await this.#follow(pending, []);
  }

  async #offer(along: readonly Confirmed[], removed: readonly MemberId[], round: number) {
    const { remembered, board } = this.#circle;
    const invitation = newInvitation();
    const { circle: to } = await deriveKeys(invitation);
    const { me, now } = board.writer;
    const move: Move = { to, from: remembered.circle, at: now(), by: me, removed, round };
    const link = { invitation: formatInvitation(invitation), move };
    // On the disk before it goes out: a crash must not leave the others with a link that this device has lost.
    await this.#circle.keepPending(link);
    if (round === 1) this.#keepFrom(along);
    this.#mine = { link, along };
    for (const { peer } of along) board.link.whisper(peer, wordsOf(link));
    await this.#hold(link);
    // Last: who is left behind cannot forestall the whispers.
    board.save(['meta'], () => noteMove(board.document, move));
    if (round === 1) await this.#honour();
  }

  /** Of what was whispered before this device renewed, only that from pages confirmed now counts. */
  #keepFrom(along: readonly Confirmed[]): void {
    const kept = this.#held.filter((link) =>
      along.some(({ peer }) => peer === this.#from.get(link)),
    );
    this.#held.splice(0, this.#held.length, ...kept);
    this.#trusted.push(...kept.map(({ move }) => move));
  }

  /** What another removed at the same moment is removed here too; who was given this link and is removed needs another one. */
  async #honour(): Promise<void> {
    const mine = this.#mine;
    if (!mine) return;
    const { link, along } = mine;
    if (this.#trusted.some((move) => byWeight(move, link.move) < 0)) return;
    const { me } = this.#circle.board.writer;
    const union = new Set([...link.move.removed, ...this.#trusted.flatMap((move) => move.removed)]);
    union.delete(me);
    if (union.size === link.move.removed.length) return;
    this.#wait();
    const removed = [...union];
    const stay = along.filter(({ member }) => !union.has(member));
    if (stay.length < along.length) return this.#offer(stay, removed, link.move.round + 1);
    const wider = { ...link, move: { ...link.move, removed } };
    this.#mine = { link: wider, along };
    this.#held.splice(this.#held.indexOf(link), 1, wider);
    await this.#circle.keepPending(wider);
    const { board } = this.#circle;
    board.save(['meta'], () => noteMove(board.document, wider.move));
  }

  async #hold(link: NewLink): Promise<void> {
    this.#held.push(link);
    const best = this.#best();
    if (best && best !== this.#circle.remembered.pending) {
      // A full disk: the page follows all the same, and is told that the disk refuses.
      await this.#circle.keepPending(best).catch(() => this.#circle.board.journal.failed('row'));
    }
    this.#wait();
  }

  #wait(): void {
    clearTimeout(this.#timer);
    const isAlone = this.#circle.board.link.peers.length === 0;
    this.#timer = setTimeout(() => this.#go(), isAlone ? 0 : this.#settle);
  }

  #best(): NewLink | undefined {
    return this.#held.toSorted((a, b) => byWeight(a.move, b.move))[0];
  }

  #followed(): Promise<void> {
    this.#following ??= Promise.withResolvers<void>();
    return this.#following.promise;
  }

  #go(): void {
    const best = this.#best();
    const following = this.#following;
    this.#following = null;
    if (!best) return;
    const along = best === this.#mine?.link ? this.#mine.along : [];
    this.#held.length = 0;
    this.#trusted.length = 0;
    this.#mine = null;
    this.#follow(best, along).then(
      () => following?.resolve(),
      (error: unknown) => {
        console.error(error);
        following?.reject(error);
      },
    );
  }

  async #follow(link: NewLink, along: readonly Confirmed[]): Promise<void> {
    const { remembered, board, database } = this.#circle;
    const keys = await keysOf(link);
    const { move } = link;
    if (keys === null || move.from !== remembered.circle) return;
    const isMine = move.by === board.writer.me;
    const told = move.removed.length > 0 ? TOLD_AFTER_REMOVAL : TOLD;
    const renewed = {
      move,
      along: along.map(({ member }) => member),
      old: remembered.invitation,
      until: Date.now() + told,
    };
    const after: RememberedCircle = {
      ...remembered,
      circle: move.to,
      invitation: link.invitation,
      pending: null,
      renewed: isMine ? renewed : null,
    };
    await this.closeDoor();
    const hasMoved = await this.#moving.to(after, keys, async () =>
      database ? succeed(database, remembered, after) : after,
    );
    if (!hasMoved) return;
    this.#settleIn(move);
    this.#circle.renewals.news = { move, isMine };
  }

  /** Another tab of this browser has followed a new link. */
  followTab(): Promise<void> {
    return this.#moving.withTab();
  }

  /** What this browser has under an older link of this circle comes along. */
  comeAlong(): Promise<void> {
    return this.#moving.fromOlderLink();
  }

  /** The note and the free seats are in the new circle, also where a crash came before they were written. */
  #settleIn(move: Move): void {
    const { board } = this.#circle;
    const { document, writer } = board;
    if (document.isNewer) return;
    if (
      !movesIn(document)
        .all()
        .some(({ to }) => to === move.to)
    ) {
      board.save(['meta'], () => noteMove(document, move));
    }
    if (move.by !== writer.me) return;
    const free = removedBefore(movesIn(document).all(), move.to);
    for (const { id, leftAt } of membersIn(document).all()) {
      if (free.has(id) && leftAt === null) {
        board.save([id], () => leave(document, id, writer.now()));
      }
    }
  }

  /** Tells those who come to the old room that the circle has moved, for a time. */
  async openDoor(): Promise<void> {
    const { renewed, member, device, circle } = this.#circle.remembered;
    if (this.#door || renewed?.move.to !== circle || Date.now() > renewed.until) return;
    const { document } = this.#circle.board;
    const door = new OldDoor(renewed.move, (move) => {
      const isKnown = movesIn(document)
        .all()
        .some(({ to }) => to === move.to);
      if (!isKnown && !document.isNewer) noteMove(document, move);
    });
    this.#door = door;
    const keys = await keysIn(renewed.old);
    if (keys === null) return;
    const presence = { member, device, away: true, session: null, day: null };
    await door.open((doc) => this.#circle.connection.openBeside(doc, keys), presence);
  }

  async closeDoor(): Promise<void> {
    const door = this.#door;
    this.#door = null;
    await door?.close();
  }

  async close(): Promise<void> {
    clearTimeout(this.#timer);
    await this.closeDoor();
  }
}

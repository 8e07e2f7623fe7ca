import { fadeDatesIn, fadedMarksIn, setFadeDate } from '../document/fade-dates.ts';
import { fade, fadeAgain, observeDeadArrivals } from '../document/fading.ts';
import { dayNumber, USUAL_STAY } from '../domain/fade-day.ts';
import { fadeDateOf, isFaded, mayFade, sameDay } from '../domain/fading.ts';
import type { SessionId } from '../domain/ids.ts';
import type { EraseAgain } from './erase-again.ts';
import type { CircleBoard } from './circle-board.svelte.ts';
import { ofFadedSession } from './faded-notes.ts';
import { parsePresence } from './presence.ts';

/** After this long without a look it is looked again, whether a day has come, ms. */
const EVERY = 10_000;
/** What comes within this time is looked at together, ms. */
const SOON = 200;

export interface FadingParts {
  readonly board: CircleBoard;
  /** Folds the rows on the disk so that nothing deleted is left in them. */
  readonly fold: () => Promise<void>;
  /** The wall clock of this device, ms. */
  readonly wall?: () => number;
}

/**
 * Lets the notes of an open circle fade: marks sessions whose day has come, deletes again what turns up of marked
 * ones, lets my own notes go with them, and sees to it that the disk forgets what the document has forgotten.
 */
export class Fading {
  readonly #board: CircleBoard;
  readonly #fold: () => Promise<void>;
  readonly #wall: () => number;
  /** Whether the disk may hold what the document no longer has. */
  #isToFold: boolean;
  /** How many marks and erasures are known: another one has deleted something. */
  #marks: number;
  #soon: ReturnType<typeof setTimeout> | undefined;
  #ended: EraseAgain | null = null;
  #isEnding = false;
  #isStopped = false;
  readonly #undo: (() => void)[] = [];

  constructor({ board, fold, wall = () => Date.now() }: FadingParts) {
    this.#board = board;
    this.#fold = fold;
    this.#wall = wall;
    this.#marks = this.#deletions;
    // The page before may have gone between a deletion and the folding.
    this.#isToFold = this.#marks > 0;
  }

  get #deletions(): number {
    return this.#marked.length + (this.#ended?.erasures ?? 0);
  }

  get #marked() {
    return fadedMarksIn(this.#board.document).all();
  }

  /** Watches the circle from now on. Returns its own undo. */
  start(): () => void {
    const { document } = this.#board;
    this.#undo.push(
      document.observeUpdates(() => {
        this.#soon ??= setTimeout(() => this.look(), SOON);
      }),
      observeDeadArrivals(document.doc, () => {
        this.#isToFold ||= this.#deletions > 0;
      }),
    );
    const timer = setInterval(() => this.look(), EVERY);
    this.look();
    return () => {
      this.#isStopped = true;
      clearInterval(timer);
      clearTimeout(this.#soon);
      for (const stop of this.#undo.splice(0)) stop();
    };
  }

  /** Does all that is to be done now. */
  look(): void {
    clearTimeout(this.#soon);
    this.#soon = undefined;
    const { document, mySeat, mine, journal } = this.#board;
    this.#sayDay();
    if (document.isNewer) return;
    this.#watchEnding();
    if (mySeat) this.#letDaysCome();
    const marks = this.#marked;
    if (fadeAgain(document) || this.#ended?.erase() === true) {
      this.#isToFold = true;
      journal.save([]);
    }
    const deletions = this.#deletions;
    if (deletions !== this.#marks) this.#isToFold = true;
    this.#marks = deletions;
    if (marks.length > 0) mine.forget(ofFadedSession(this.#board));
    if (this.#isToFold) this.#foldNow();
  }

  /** An ended circle is kept erased; what does it is loaded once there is a decision. */
  #watchEnding(): void {
    const { document } = this.#board;
    if (this.#isEnding || document.doc.getMap('decisions').size === 0) return;
    this.#isEnding = true;
    import('./erase-again.ts').then(
      ({ EraseAgain }) => {
        if (this.#isStopped) return;
        this.#ended = new EraseAgain(this.#board);
        this.#undo.push(this.#ended.watch(() => (this.#isToFold = true)));
        // The page before may have gone between a deletion and the folding.
        this.#isToFold ||= this.#ended.erasures > 0;
        this.look();
      },
      (error: unknown) => {
        console.info('askwell: an ended circle is erased when the page is opened again', error);
        this.#isEnding = false;
      },
    );
  }

  /** A page may stand open for days, and must not go on telling the day on which it was opened. */
  #sayDay(): void {
    const { link } = this.#board;
    const day = dayNumber(this.#wall());
    if (link.said && link.said.day !== day) link.say({ ...link.said, day });
  }

  #foldNow(): void {
    this.#isToFold = false;
    this.#fold().catch((error: unknown) => {
      // Everything is still there; the next look tries again.
      console.info('askwell: what was deleted is still on the disk', error);
      this.#isToFold = true;
    });
  }

  #letDaysCome(): void {
    const { document, past, writer } = this.#board;
    const marks = this.#marked;
    const dates = fadeDatesIn(document).all();
    const now = writer.now();
    const today = dayNumber(this.#wall());
    const others = this.#daysOfOthers();
    for (const { id } of past) {
      if (isFaded(id, marks)) continue;
      const date = fadeDateOf(id, dates);
      if (date === null) {
        if (sameDay(dayNumber(now), [today]) && sameDay(today, others)) this.#setUsual(id);
      } else if (date.on !== null && mayFade(date.on, now, today, others)) {
        this.#board.save([], () => fade(document, { session: id, at: now, by: null }));
      }
    }
  }

  /** A session that an older version closed, or nobody: its notes stay for the usual time from now. */
  #setUsual(session: SessionId): void {
    const { document, writer } = this.#board;
    const at = writer.now();
    const date = { session, on: at + USUAL_STAY, by: null, at };
    this.#board.save([], () => setFadeDate(document, date));
  }

  /** What day it is for the other members who are connected. */
  #daysOfOthers(): number[] {
    const { link, seats, writer } = this.#board;
    return link.peers.flatMap(({ presence }) => {
      const said = parsePresence(presence);
      const isOther =
        said?.member !== writer.me && seats.some(({ member }) => member.id === said?.member);
      return isOther && said?.day !== null && said !== null ? [said.day] : [];
    });
  }
}

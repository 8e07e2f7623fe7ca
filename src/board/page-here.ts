import { dayNumber } from '../domain/fade-day.ts';
import type { CircleBoard } from './circle-board.svelte.ts';
import type { CircleClock } from './circle-clock.ts';
import type { CircleRow } from './circle-row.svelte.ts';
import type { KeptSummary } from './kept-summary.ts';

/** Tells the others which page this is and whether somebody looks at it, as it comes and goes. */
export class PageHere {
  readonly #board: CircleBoard;
  readonly #clock: CircleClock;
  readonly #row: CircleRow;
  readonly #summary: KeptSummary;

  constructor(board: CircleBoard, clock: CircleClock, row: CircleRow, summary: KeptSummary) {
    this.#board = board;
    this.#clock = clock;
    this.#row = row;
    this.#summary = summary;
  }

  /** Follows the page from now on. Returns its own undo. */
  watch(): () => void {
    const isHidden = (): boolean => document.visibilityState === 'hidden';
    const undo = [
      listen(document, 'visibilitychange', () => (isHidden() ? this.#put() : this.#back())),
      listen(window, 'pagehide', () => this.#put()),
      listen(window, 'pageshow', () => this.#back()),
      listen(window, 'online', () => this.#board.link.retry()),
    ];
    return () => undo.forEach((stop) => stop());
  }

  /** The page is in a session, or in none. */
  enter(session: string | null): void {
    this.#clock.inSession = session !== null;
    this.say(session);
  }

  say(session = this.#board.link.said?.session ?? null): void {
    const { member, device } = this.#row.here;
    const away = document.visibilityState === 'hidden';
    this.#board.link.say({ member, device, session, away, day: dayNumber(Date.now()) });
  }

  // A phone may freeze the page at any moment after this: say "away" first, then put everything on the disk.
  #put(): void {
    const { mine, journal } = this.#board;
    this.say();
    mine.putDown();
    journal.save([]);
    // Last: this row is read before it is written, and the words would wait for that and go with the page.
    mine
      .written()
      .then(() => this.#summary.write())
      .catch(() => journal.failed());
  }

  #back(): void {
    this.#clock.checkAfterSleep();
    this.say();
    this.#board.link.retry();
  }
}

function listen(target: EventTarget, event: string, heard: () => void): () => void {
  target.addEventListener(event, heard);
  return () => target.removeEventListener(event, heard);
}

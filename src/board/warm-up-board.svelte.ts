import {
  showLine,
  stepWarmUp,
  takeBackLine,
  unstepWarmUp,
  warmUpLinesIn,
  warmUpsIn,
} from '../document/warm-ups.ts';
import { checkText } from '../domain/text.ts';
import { warmUpOf, type WarmUpStep } from '../domain/warm-up.ts';
import { observe } from './circle-board.svelte.ts';
import type { SessionBoard } from './session-board.svelte.ts';
import { before, putWordsAway, swapWords, takeExample } from './taken-example.ts';

/** Two minutes together: everyone rewrites the same closed question, and all see them at once, without names. */
export class WarmUpBoard {
  readonly #board: SessionBoard;
  readonly #rows;
  readonly #lines;

  constructor(board: SessionBoard) {
    this.#board = board;
    this.#rows = observe(warmUpsIn(board.circle.document));
    this.#lines = observe(warmUpLinesIn(board.circle.document));
  }

  readonly now = $derived.by(() =>
    warmUpOf(this.#board.id, this.#rows.current, this.#lines.current),
  );

  /** What the draft is called on this device. */
  readonly about = $derived.by(() => `warm-up ${this.#board.id}`);
  readonly draft = $derived.by(() => this.#board.circle.mine.read('draft', this.about));
  /** Only this device knows which line is mine. */
  readonly #mineAs = $derived.by(() => `warm-up-line ${this.#board.id}`);
  readonly mine = $derived.by(() => {
    const id = this.#board.circle.mine.read('draft', this.#mineAs);
    return this.now.lines.find((line) => line.id === id) ?? null;
  });
  /** True once this device knows that all are shown: what I write after that stays with me until I show it. */
  readonly #seenAs = $derived.by(() => `warm-up-shown ${this.#board.id}`);
  readonly isPresenter = $derived.by(() => this.#board.presenter === this.#board.circle.writer.me);

  #step(step: WarmUpStep, text: string): void {
    const { circle, id: session } = this.#board;
    const { me, now } = circle.writer;
    circle.save([session], () =>
      stepWarmUp(circle.document, { session, step, text, by: me, at: now() }),
    );
  }

  #unstep(step: WarmUpStep): void {
    const { circle, id } = this.#board;
    circle.save([id], () => unstepWarmUp(circle.document, id, step));
  }

  /** My own words, where an example stands in their place. */
  readonly mineBefore = $derived.by(() =>
    this.#board.circle.mine.read('draft', before(this.about)),
  );

  /** Puts an example where I write, and loses none of my own words. */
  take = (example: string): void =>
    takeExample(this.#board.circle.mine, this.#board.turn?.id ?? null, this.about, example);

  bringWordsBack = (): void => swapWords(this.#board.circle.mine, this.about, before(this.about));

  /** Puts a closed question before everyone, or another one in its place. */
  begin = (question: string): void => this.#step('begun', question);

  /** The circle goes on without it. What somebody has written stays with them. */
  leaveOut = (): void => this.#unstep('begun');

  /** Shows all that is written on all screens: each device then sends its own. Who has written nothing says theirs. */
  show = (): void => {
    if (this.now.question !== null) this.#step('shown', this.now.question);
  };

  /** Sends what I wrote before all were shown, once; a device that was away does it on its return. */
  follow = (): void => {
    const { circle } = this.#board;
    const { mine, writer } = circle;
    if (circle.isNewer) return;
    // Made as soon as I write, so that two tabs of this browser send one line.
    if (this.draft !== '' && mine.read('draft', this.#mineAs) === '')
      mine.write('draft', this.#mineAs, writer.newId());
    if (!this.now.isShown || mine.read('draft', this.#seenAs) !== '') return;
    this.publish();
    mine.write('draft', this.#seenAs, 'yes');
    mine.flush();
  };

  publish = (): void => {
    const { circle, id: session } = this.#board;
    const { mine } = circle;
    const checked = checkText(this.draft, 'line');
    const id = mine.read('draft', this.#mineAs);
    // Too long: it stays with its writer, who is told.
    if (!checked.ok || id === '') return;
    circle.save([id], () => showLine(circle.document, { id, session, text: checked.text }));
    mine.clearOnce(circle.journal.flush(), 'draft', this.about);
    if (this.#board.turn) putWordsAway(mine, this.#board.turn.id, this.about);
  };

  /** Takes my line off all screens and gives its words back to me. */
  takeBack = (): void => {
    const { mine } = this;
    const { circle } = this.#board;
    if (!mine) return;
    circle.mine.write('draft', this.about, mine.text);
    circle.mine.flush();
    circle.save([mine.id], () => takeBackLine(circle.document, mine.id));
  };

  /** The one that I, who present, would like to be asked; once more, and it is none. */
  pick = (line: string): void => {
    if (this.now.picked === line) this.#unstep('picked');
    else this.#step('picked', line);
  };
}

import { learn, takeBackLearning } from '../document/learnings.ts';
import { reveal } from '../document/sessions.ts';
import type { Learning } from '../domain/learning.ts';
import { checkText } from '../domain/text.ts';
import { knowsOfReveal } from './knows-of-reveal.ts';
import type { Observed } from './observed.svelte.ts';
import type { SessionBoard } from './session-board.svelte.ts';

/** What everyone learned about themselves: each writes alone, all is opened together. */
export class LearnBoard {
  readonly #board: SessionBoard;
  readonly #learnings: Observed<readonly Learning[]>;

  constructor(board: SessionBoard, learnings: Observed<readonly Learning[]>) {
    this.#board = board;
    this.#learnings = learnings;
  }

  readonly isRevealed = $derived.by(() => this.#board.record.revealedAt !== null);
  readonly learnings = $derived.by(() =>
    this.#learnings.current
      .filter(({ session }) => session === this.#board.id)
      .toSorted((a, b) => a.at - b.at || (a.member < b.member ? -1 : 1)),
  );
  readonly mine = $derived.by(
    () => this.learnings.find(({ member }) => member === this.#board.circle.writer.me) ?? null,
  );
  /** What I have written and nobody else has seen. */
  readonly draft = $derived.by(() => this.#board.circle.mine.read('learning', this.#board.id));

  write = (text: string): void => this.#board.circle.mine.write('learning', this.#board.id, text);

  /** Opens the learnings on all screens: each device then sends its own. */
  reveal = (): void => {
    const { circle, id } = this.#board;
    circle.save([id], () => reveal(circle.document, id, circle.writer.now()));
  };

  /** True once this device knows of the reveal: what I write or take back after it stays with me until I show it. */
  readonly keepsToSelf = $derived.by(() => knowsOfReveal(this.#board.circle.mine, this.#board.id));

  /** Sends what I wrote before all were opened, once; a device that was away does it on its return. */
  publishIfOpened = (): void => {
    const { circle, id } = this.#board;
    if (!this.isRevealed || this.keepsToSelf || circle.isNewer) return;
    this.publish();
    circle.mine.write('setting', `opened ${id}`, 'yes');
  };

  publish = (): void => {
    const { circle, id } = this.#board;
    const checked = checkText(this.draft, 'text');
    // Too long: it stays with its writer, who is told.
    if (!checked.ok) return;
    const { text } = checked;
    const { me, now } = circle.writer;
    const before = this.mine;
    const at = before?.at ?? now();
    const changedAt = before ? now() : null;
    if (before?.text !== text) {
      circle.save([id], () =>
        learn(circle.document, { session: id, member: me, text, at, changedAt }),
      );
    }
    circle.mine.clearOnce(circle.journal.flush(), 'learning', id);
  };

  /** Takes my learning off all screens and gives its words back to me. */
  takeBack = (): void => {
    const { circle, id } = this.#board;
    const { mine } = this;
    if (!mine) return;
    circle.mine.write('learning', id, mine.text);
    circle.mine.write('setting', `opened ${id}`, 'yes');
    circle.mine.flush();
    circle.save([id], () => takeBackLearning(circle.document, id, mine.member));
  };
}

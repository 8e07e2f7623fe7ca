import type { Learning } from '../domain/learning.ts';
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
    circle.save([id], () => circle.document.reveal(id, circle.writer.now()));
  };

  /** True after I have taken mine back: then it stays with me until I show it again. */
  readonly keepsToSelf = $derived.by(
    () => this.#board.circle.mine.read('setting', `keeps ${this.#board.id}`) !== '',
  );

  /** Sends what I wrote, now that all are opened; a device that was away does it on its return. */
  publishIfOpened = (): void => {
    if (this.isRevealed && !this.keepsToSelf) this.publish();
  };

  publish = (): void => {
    const { circle, id } = this.#board;
    const text = this.draft.trim();
    if (text === '') return;
    circle.mine.write('setting', `keeps ${id}`, '');
    const { me, now } = circle.writer;
    const before = this.mine;
    const at = before?.at ?? now();
    const changedAt = before ? now() : null;
    circle.save([id], () =>
      circle.document.learn({ session: id, member: me, text, at, changedAt }),
    );
    circle.mine.write('learning', id, '');
  };

  /** Takes my learning off all screens and gives its words back to me. */
  takeBack = (): void => {
    const { circle, id } = this.#board;
    const { mine } = this;
    if (!mine) return;
    circle.mine.write('learning', id, mine.text);
    circle.mine.write('setting', `keeps ${id}`, 'yes');
    circle.mine.flush();
    circle.save([id], () => circle.document.takeBackLearning(id, mine.member));
  };
}

import { CircleDocument } from '../../document/circle-document.ts';
import { movesIn, noteMove } from '../../document/moves.ts';
import type { Move } from '../../domain/move.ts';
import type { Link } from '../../sync/link.ts';
import type { Presence } from '../presence.ts';

/** Opens a link of its own for a document that holds nothing but the note. */
export type OpenLink = (doc: CircleDocument['doc']) => Promise<Link>;

/**
 * Stands where the circle was, and tells those who come there that it has moved. It brings nothing but the note, and
 * takes nothing but notes of others who have renewed the link as well.
 */
export class OldDoor {
  readonly #note = new CircleDocument();
  readonly #heard: (move: Move) => void;
  #link: Promise<Link> | null = null;

  constructor(move: Move, heard: (move: Move) => void) {
    noteMove(this.#note, move);
    this.#heard = heard;
  }

  async open(openLink: OpenLink, presence: Presence): Promise<void> {
    movesIn(this.#note).observe(() => {
      for (const move of movesIn(this.#note).all()) this.#heard(move);
    });
    this.#link = openLink(this.#note.doc);
    (await this.#link).setPresence({ ...presence, away: true, session: null });
  }

  async close(): Promise<void> {
    const link = this.#link;
    this.#link = null;
    await (await link)?.close();
    this.#note.release();
  }
}

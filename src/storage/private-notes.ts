import { liveQuery } from 'dexie';
import type { CircleId } from '../domain/ids.ts';
import type { Database, NoteKind, PrivateNote } from './database.ts';
import { lastWordsOf, leaveLastWords, type LastWords } from './last-words.ts';
import { writeAtOnce } from './write-at-once.ts';

/** One circle's notes that only this device has. */
export class PrivateNotes {
  readonly #database: Database;
  #circle: CircleId;

  constructor(database: Database, circle: CircleId) {
    this.#database = database;
    this.#circle = circle;
  }

  /** From now on keeps notes under the name that the circle has got with a new link. */
  moveTo(circle: CircleId): void {
    this.#circle = circle;
  }

  all(): Promise<PrivateNote[]> {
    return this.#database.notes.where('circle').equals(this.#circle).toArray();
  }

  /** Calls back with all notes, now and whenever this or another tab has changed one. Returns its own undo. */
  watch(
    heard: (notes: readonly PrivateNote[]) => void,
    failed: (error: unknown) => void,
  ): () => void {
    const subscription = liveQuery(() => this.all()).subscribe(heard, failed);
    return () => subscription.unsubscribe();
  }

  /** What an earlier page could not write any more. */
  left(): LastWords[] {
    return lastWordsOf(this.#circle);
  }

  /** Leaves for the next page what may not be on the disk when this one goes. */
  leave(words: readonly LastWords[]): void {
    leaveLastWords(this.#circle, words);
  }

  /** Keeps a text, or removes the note when the text is empty. Resolves once the disk has it. */
  async keep(kind: NoteKind, about: string, text: string, changedAt: number): Promise<void> {
    const { notes } = this.#database;
    const circle = this.#circle;
    await writeAtOnce(notes, () =>
      text === ''
        ? notes.delete([circle, kind, about])
        : notes.put({ circle, kind, about, text, changedAt }).then(() => undefined),
    );
  }
}

import type { CircleId } from '../domain/ids.ts';
import { noteKinds, type NoteKind, type PrivateNote } from '../storage/database.ts';
import type { LastWords } from '../storage/last-words.ts';
import type { PrivateNotes } from '../storage/private-notes.ts';

export type { NoteKind };

/** A note that holds nothing is removed, so a field that somebody has emptied needs a sign of its own. */
const EMPTIED = '\u0000';

/** A text in writing is on the disk after this long, ms; at once when the field is left or the page hides. */
const SOON = 250;

/** After this long a disk that refused is tried again, ms. */
const AGAIN = 5000;

/** My notes, drafts and marks: read from memory, kept on this device only. */
export class Private {
  #texts = $state.raw<ReadonlyMap<string, string>>(new Map());
  readonly #notes: PrivateNotes | null;
  readonly #onFailed: (error: unknown) => void;
  readonly #onKept: () => void;
  readonly #waiting = new Map<string, { kind: NoteKind; about: string }>();
  readonly #keeping = new Map<string, { kind: NoteKind; about: string; done: Promise<void> }>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #stop: () => void = () => undefined;
  #isClosed = false;

  /**
   * @param onFailed hears that the disk refused a note; it stays here and is tried again
   * @param onKept hears that the disk has taken one
   */
  constructor(
    notes: PrivateNotes | null,
    onFailed: (error: unknown) => void,
    onKept: () => void = () => undefined,
  ) {
    this.#notes = notes;
    this.#onFailed = onFailed;
    this.#onKept = onKept;
  }

  /** Reads what is kept, and follows from now on what another tab of this browser writes. */
  async load(): Promise<void> {
    const notes = this.#notes;
    if (!notes) return;
    const kept = await notes.all();
    this.#take(kept);
    for (const { kind, about, text, changedAt } of notes.left()) {
      const known = kept.find((note) => note.kind === kind && note.about === about);
      if (!known || known.changedAt < changedAt) this.write(kind, about, text);
    }
    this.putDown();
    this.#stop = notes.watch((all) => this.#take(all), this.#onFailed);
  }

  /** From now on keeps notes under the circle's new name, which comes from `store` when it has renamed those there are. */
  async moveTo(store: () => Promise<CircleId>): Promise<void> {
    const notes = this.#notes;
    this.#stop();
    this.flush();
    await this.written();
    try {
      const circle = await store();
      notes?.moveTo(circle);
    } finally {
      if (notes && !this.#isClosed) {
        this.#stop = notes.watch((all) => this.#take(all), this.#onFailed);
      }
    }
  }

  #take(notes: readonly PrivateNote[]): void {
    // What was typed here since is newer than what the disk says.
    const isOurs = (key: string): boolean => this.#waiting.has(key) || this.#keeping.has(key);
    const kept = notes.map(({ kind, about, text }) => [`${kind} ${about}`, text] as const);
    this.#texts = new Map([
      ...[...this.#texts].filter(([key]) => isOurs(key)),
      ...kept.filter(([key]) => !isOurs(key)),
    ]);
  }

  /** All notes as the disk has them, with what was just typed. */
  async kept(): Promise<LastWords[]> {
    this.flush();
    await this.written();
    const rows = (await this.#notes?.all()) ?? [];
    return rows.map(({ kind, about, text, changedAt }) => ({ kind, about, text, changedAt }));
  }

  read(kind: NoteKind, about: string): string {
    return this.#texts.get(`${kind} ${about}`) ?? '';
  }

  /** Whether there is a draft whose name begins so. */
  has(about: string): boolean {
    return [...this.#texts.keys()].some((key) => key.startsWith(`draft ${about}`));
  }

  #put(key: string, text: string): void {
    const texts = new Map(this.#texts);
    if (text === '') texts.delete(key);
    else texts.set(key, text);
    this.#texts = texts;
  }

  write(kind: NoteKind, about: string, text: string): void {
    const key = `${kind} ${about}`;
    this.#put(key, text);
    if (!this.#notes) return;
    this.#waiting.set(key, { kind, about });
    this.#timer ??= setTimeout(() => this.flush(), SOON);
  }

  /**
   * Empties a note on this screen now, and on the disk only once `safe` has resolved: until then its words are kept
   * nowhere else. When `safe` rejects, the disk keeps the note.
   */
  clearOnce(safe: Promise<void>, kind: NoteKind, about: string): void {
    const key = `${kind} ${about}`;
    this.#put(key, '');
    this.#waiting.delete(key);
    const empty = async (): Promise<void> => {
      await safe;
      if (!this.#texts.has(key)) await this.#notes?.keep(kind, about, '', Date.now());
    };
    this.#track(kind, about, empty(), () => undefined);
  }

  /** What I am writing over something sent before: `null` while I write nothing, empty when I have emptied it. */
  draft(about: string): string | null {
    const text = this.read('draft', about);
    return text === '' ? null : text === EMPTIED ? '' : text;
  }

  writeDraft(about: string, text: string): void {
    this.write('draft', about, text || EMPTIED);
  }

  /** Ends a draft whose words have been sent; the disk keeps it until `safe` has resolved. */
  dropDraft(about: string, safe: Promise<void>): void {
    this.clearOnce(safe, 'draft', about);
  }

  /** Parked lines and the like: each line a row of one note. */
  lines(kind: NoteKind, about: string): string[] {
    return this.read(kind, about)
      .split('\n')
      .filter((line) => line !== '');
  }

  addLine(kind: NoteKind, about: string, line: string): void {
    this.write(kind, about, [...this.lines(kind, about), line.replaceAll('\n', ' ')].join('\n'));
    this.flush();
  }

  removeLine(kind: NoteKind, about: string, index: number): void {
    const rest = this.lines(kind, about).filter((_, i) => i !== index);
    this.write(kind, about, rest.join('\n'));
    this.flush();
  }

  /** Removes notes from this screen, from the disk, and from what was left for the next page. */
  forget(isGone: (kind: NoteKind, about: string) => boolean): void {
    const gone = [...this.#texts.keys()].map(kindAndAbout).filter((note) => isGone(...note));
    if (gone.length === 0) return;
    for (const [kind, about] of gone) this.write(kind, about, '');
    this.putDown();
  }

  /** Writes what waits. A text that the disk refuses stays in memory and is tried again. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const notes = this.#notes;
    if (!notes || this.#isClosed) return;
    for (const [key, { kind, about }] of [...this.#waiting]) {
      this.#waiting.delete(key);
      const text = this.#texts.get(key) ?? '';
      this.#track(kind, about, notes.keep(kind, about, text, Date.now()), (error) => {
        this.#waiting.set(key, { kind, about });
        this.#retry ??= setTimeout(() => this.#tryAgain(), AGAIN);
        this.#onFailed(error);
      });
    }
  }

  /** Resolves once the disk has taken or refused all that was flushed. */
  async written(): Promise<void> {
    await Promise.all([...this.#keeping.values()].map(({ done }) => done));
  }

  /** Writes what waits, for a page that may go at any moment: what the disk has not confirmed outlives it. */
  putDown(): void {
    this.flush();
    const notes = this.#notes;
    if (!notes || this.#isClosed) return;
    notes.leave(
      [...this.#keeping].flatMap(([key, { kind, about }]) => {
        const text = this.#texts.get(key);
        return text === undefined ? [] : [{ kind, about, text, changedAt: Date.now() }];
      }),
    );
    this.written()
      .then(() => this.#waiting.size === 0 && notes.leave([]))
      .catch(this.#onFailed);
  }

  /** Remembers that the disk is at work on a note, so that nothing older is read over it. */
  #track(
    kind: NoteKind,
    about: string,
    work: Promise<void>,
    failed: (error: unknown) => void,
  ): void {
    const key = `${kind} ${about}`;
    const done: Promise<void> = work.then(this.#onKept, failed).finally(() => {
      if (this.#keeping.get(key)?.done === done) this.#keeping.delete(key);
    });
    this.#keeping.set(key, { kind, about, done });
  }

  #tryAgain(): void {
    this.#retry = undefined;
    this.flush();
  }

  /** Writes what waits, and nothing after that. */
  async close(): Promise<void> {
    this.#stop();
    this.flush();
    this.#isClosed = true;
    await this.written();
    clearTimeout(this.#retry);
  }
}

/** A key taken apart again. */
function kindAndAbout(key: string): [kind: NoteKind, about: string] {
  const end = key.indexOf(' ');
  const kind = noteKinds.find((known) => known === key.slice(0, end)) ?? 'draft';
  return [kind, key.slice(end + 1)];
}

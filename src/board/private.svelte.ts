import { SvelteMap } from 'svelte/reactivity';
import type { NoteKind } from '../storage/database.ts';
import type { PrivateNotes } from '../storage/private-notes.ts';

export type { NoteKind };

/** A text in writing is on the disk after this long, ms; at once when the field is left or the page hides. */
const SOON = 250;

/** My notes, drafts and marks: read from memory, kept on this device only. */
export class Private {
  readonly #texts = new SvelteMap<string, string>();
  readonly #notes: PrivateNotes | null;
  readonly #onFailed: (error: unknown) => void;
  readonly #waiting = new Map<string, { kind: NoteKind; about: string }>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(notes: PrivateNotes | null, onFailed: (error: unknown) => void) {
    this.#notes = notes;
    this.#onFailed = onFailed;
  }

  async load(): Promise<void> {
    for (const { kind, about, text } of (await this.#notes?.all()) ?? []) {
      this.#texts.set(`${kind} ${about}`, text);
    }
  }

  read(kind: NoteKind, about: string): string {
    return this.#texts.get(`${kind} ${about}`) ?? '';
  }

  write(kind: NoteKind, about: string, text: string): void {
    const key = `${kind} ${about}`;
    if (text === '') this.#texts.delete(key);
    else this.#texts.set(key, text);
    this.#waiting.set(key, { kind, about });
    this.#timer ??= setTimeout(() => this.flush(), SOON);
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

  /** Writes what waits. A text that the disk refuses stays in memory and is written with the next. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    for (const [key, { kind, about }] of [...this.#waiting]) {
      this.#waiting.delete(key);
      this.#notes
        ?.keep(kind, about, this.#texts.get(key) ?? '', Date.now())
        .catch((error: unknown) => {
          this.#waiting.set(key, { kind, about });
          this.#onFailed(error);
        });
    }
  }
}

import { SvelteSet } from 'svelte/reactivity';
import type { CircleDocument } from '../document/circle-document.ts';
import type { UpdateLog } from '../storage/update-log.ts';

/** `none`: this browser keeps nothing. `failing`: the disk refused; all is kept in memory and tried again. */
export type DiskState = 'fine' | 'failing' | 'none';

/** Carries every change of a document to the disk, and knows which rows are not there yet. */
export class Journal {
  disk = $state<DiskState>('fine');
  readonly #unsaved = new SvelteSet<string>();
  readonly #log: UpdateLog | null;
  readonly #stop: () => void;

  /** @param log the disk, or `null` where the browser offers none */
  constructor(document: CircleDocument, log: UpdateLog | null) {
    this.#log = log;
    if (!log) this.disk = 'none';
    this.#stop = log ? document.observeUpdates((update) => log.append(update)) : () => undefined;
  }

  /** True until the disk has confirmed the row's last change. */
  isSaving(id: string): boolean {
    return this.#unsaved.has(id);
  }

  /** Marks rows as being saved and writes at once. The mark goes when the transaction has completed. */
  save(ids: readonly string[]): void {
    if (!this.#log) return;
    for (const id of ids) this.#unsaved.add(id);
    this.flush().catch(() => this.failed());
  }

  /** Writes all that waits. Rejects when the disk refuses; nothing is dropped. */
  async flush(): Promise<void> {
    if (!this.#log) return;
    const marked = [...this.#unsaved];
    await this.#log.flush();
    for (const id of marked) this.#unsaved.delete(id);
    this.disk = 'fine';
  }

  failed(): void {
    this.disk = 'failing';
  }

  async close(): Promise<void> {
    this.#stop();
    await this.flush();
  }
}

import type { CircleDocument } from '../document/circle-document.ts';
import type { CircleId } from '../domain/ids.ts';
import type { UpdateLog } from '../storage/update-log.ts';

/** `none`: this browser keeps nothing. `failing`: the disk refused; all is kept in memory and tried again. */
export type DiskState = 'fine' | 'failing' | 'none';

/** What is kept on the disk: the circle's words, my notes, and the row that remembers the circle. */
export type Kept = 'log' | 'notes' | 'row';

/** After this long a disk that refused is tried again, ms. */
const AGAIN = 5000;

/** Carries every change of a document to the disk, and knows which rows are not there yet. */
export class Journal {
  /** What the disk refuses now: it may take one thing and not another. */
  #refused = $state.raw<readonly Kept[]>([]);
  /** Each row that the disk has not confirmed, with the number of its last change. */
  #unsaved = $state.raw<ReadonlyMap<string, number>>(new Map());
  #changes = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;
  readonly #log: UpdateLog | null;
  readonly #stop: () => void;

  readonly #again: number;

  /**
   * @param log the disk, or `null` where the browser offers none
   * @param again ms until a disk that refused is tried again
   */
  constructor(document: CircleDocument, log: UpdateLog | null, again = AGAIN) {
    this.#log = log;
    this.#again = again;
    this.#stop = log ? document.observeUpdates((update) => log.append(update)) : () => undefined;
  }

  /** From now on writes under the name that the circle has got with a new link. */
  moveTo(circle: CircleId): void {
    this.#log?.moveTo(circle);
  }

  get disk(): DiskState {
    if (!this.#log) return 'none';
    return this.#refused.length > 0 ? 'failing' : 'fine';
  }

  /** True until the disk has confirmed the row's last change. */
  isSaving(id: string): boolean {
    return this.#unsaved.has(id);
  }

  /** Marks rows as being saved and writes at once. The mark goes when the transaction has completed. */
  save(ids: readonly string[]): void {
    if (!this.#log) return;
    this.#changes += 1;
    this.#unsaved = new Map([...this.#unsaved, ...ids.map((id) => [id, this.#changes] as const)]);
    this.flush().catch(() => this.failed());
  }

  /** Writes all that waits. Rejects when the disk refuses; nothing is dropped. */
  async flush(): Promise<void> {
    if (!this.#log) return;
    const upTo = this.#changes;
    await this.#log.flush();
    this.#unsaved = new Map([...this.#unsaved].filter(([, change]) => change > upTo));
    clearTimeout(this.#retry);
    this.#retry = undefined;
    this.took('log');
  }

  /** The disk has taken what it had refused before. */
  took(what: Kept): void {
    if (this.#refused.includes(what)) this.#refused = this.#refused.filter((each) => each !== what);
  }

  /** The disk has refused something. It is tried again by itself. */
  failed(what: Kept = 'log'): void {
    if (!this.#refused.includes(what)) this.#refused = [...this.#refused, what];
    this.#retry ??= setTimeout(() => {
      this.#retry = undefined;
      this.flush().catch(() => this.failed());
    }, this.#again);
  }

  async close(): Promise<void> {
    this.#stop();
    await this.flush().finally(() => clearTimeout(this.#retry));
  }
}

import type { CircleId } from '../domain/ids.ts';
import type { Database } from './database.ts';
import { writeAtOnce } from './write-at-once.ts';

/** Several updates of a circle as one; passed in, for storage does not know what the bytes say. */
export type Merge = (updates: readonly Uint8Array[]) => Uint8Array;

/** Rows beyond which a circle is worth compacting. */
const MANY_ROWS = 200;
/** How long updates from others wait to be written together, ms. */
const BATCH = 50;

/** A circle's bytes on this disk. Updates that could not be written are kept and tried again with the next. */
export class UpdateLog {
  readonly #database: Database;
  readonly #circle: CircleId;
  readonly #merge: Merge;
  #waiting: Uint8Array[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #writing: Promise<void> = Promise.resolve();
  readonly #onFailed: (error: unknown) => void;

  /** @param onFailed hears of a batch that the disk refused; nothing is lost, it waits for the next attempt */
  constructor(
    database: Database,
    circle: CircleId,
    merge: Merge,
    onFailed: (error: unknown) => void,
  ) {
    this.#database = database;
    this.#circle = circle;
    this.#merge = merge;
    this.#onFailed = onFailed;
  }

  /** Everything written so far, the oldest first. */
  async load(): Promise<Uint8Array[]> {
    const rows = await this.#database.updates.where('circle').equals(this.#circle).sortBy('seq');
    return rows.map(({ bytes }) => bytes);
  }

  /** Takes an update that may wait for the next batch. */
  append(update: Uint8Array): void {
    this.#waiting.push(update);
    this.#timer ??= setTimeout(() => {
      this.flush().catch(this.#onFailed);
    }, BATCH);
  }

  /**
   * Writes all that waits. Resolves once the transaction has completed, and not before: what was typed is then safe.
   * Rejects with the disk's own error; the updates go on waiting.
   */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#writing = this.#writing.then(
      () => this.#write(),
      () => this.#write(),
    );
    return this.#writing;
  }

  async #write(): Promise<void> {
    const batch = this.#waiting;
    if (batch.length === 0) return;
    this.#waiting = [];
    try {
      const bytes = this.#merge(batch);
      await writeAtOnce(this.#database.updates, () =>
        this.#database.updates.add({ circle: this.#circle, bytes }),
      );
    } catch (error) {
      this.#waiting = [...batch, ...this.#waiting];
      throw error;
    }
  }

  /**
   * Folds the rows into one when there are many. Deletes exactly the rows it has read, under a lock, so two tabs that
   * write meanwhile lose nothing.
   *
   * @param compact makes one update of many, without what was deleted
   */
  async compact(compact: Merge, atLeast = MANY_ROWS): Promise<void> {
    const { updates } = this.#database;
    await withLock(`askwell-compact-${this.#circle}`, () =>
      this.#database.transaction('rw', updates, async () => {
        const rows = await updates.where('circle').equals(this.#circle).sortBy('seq');
        if (rows.length < atLeast) return;
        const bytes = compact(rows.map((row) => row.bytes));
        await updates.bulkDelete(rows.map((row) => row.seq));
        await updates.add({ circle: this.#circle, bytes });
      }),
    );
  }
}

async function withLock(name: string, work: () => Promise<void>): Promise<void> {
  if (!globalThis.navigator?.locks) return work();
  await navigator.locks.request(name, { ifAvailable: true }, (lock) => (lock ? work() : undefined));
}

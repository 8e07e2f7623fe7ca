import type { CircleId } from '../domain/ids.ts';
import type { Database, UpdateRow } from './database.ts';
import { writeAtOnce } from './write-at-once.ts';

/** Several updates of a circle as one; passed in, for storage does not know what the bytes say. */
export type Merge = (updates: readonly Uint8Array[]) => Uint8Array;

/** The same without what was deleted, and those that could not be read. */
export type Fold = (
  updates: readonly Uint8Array[],
) => Promise<{ readonly bytes: Uint8Array; readonly unreadable: ReadonlySet<Uint8Array> }>;

/** Rows beyond which a circle is worth compacting. */
const MANY_ROWS = 200;
/** How long updates from others wait to be written together, ms. */
const BATCH = 50;

/** A circle's bytes on this disk. Updates that could not be written are kept and tried again with the next. */
export class UpdateLog {
  readonly #database: Database;
  #circle: CircleId;
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

  /** From now on writes under the name that the circle has got with a new link. */
  moveTo(circle: CircleId): void {
    this.#circle = circle;
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
   * Folds the rows into one when there are many. Deletes exactly the rows that went into it, so two tabs that write
   * meanwhile lose nothing; one that could not be read stays as it is. The folding itself holds up no write.
   */
  async compact(fold: Fold, atLeast = MANY_ROWS): Promise<void> {
    await this.#alone({ ifAvailable: true }, async () => {
      if ((await this.#rows().count()) < atLeast) return;
      const { rows, bytes, unreadable } = await this.#folded(fold);
      const readable = rows.filter((row) => !unreadable.has(row.bytes));
      if (readable.length > 1) await this.#replace(readable, bytes);
    });
  }

  /**
   * Folds all rows, however few, so that nothing which was deleted is left on the disk; a row that cannot be read goes
   * as well, for it may hold just that. Waits for a folding that is under way.
   */
  async purge(fold: Fold): Promise<void> {
    await this.#alone({}, async () => {
      const { rows, bytes } = await this.#folded(fold);
      const [only, ...more] = rows;
      if (!only || (more.length === 0 && isSame(only.bytes, bytes))) return;
      if (!(await this.#replace(rows, bytes))) throw new Error('Another tab has changed the rows');
    });
  }

  #rows() {
    return this.#database.updates.where('circle').equals(this.#circle);
  }

  async #folded(fold: Fold) {
    const rows = await this.#rows().sortBy('seq');
    return { rows, ...(await fold(rows.map((row) => row.bytes))) };
  }

  /** Puts one row in the place of others; not where they are no longer as they were read. */
  #replace(rows: readonly UpdateRow[], bytes: Uint8Array): Promise<boolean> {
    const { updates } = this.#database;
    const seqs = rows.map(({ seq }) => seq);
    return this.#database.transaction('rw', updates, async () => {
      // Where there are no locks another tab may have folded them, or the circle was removed from this device.
      if ((await updates.where('seq').anyOf(seqs).count()) < seqs.length) return false;
      await updates.bulkDelete(seqs);
      await updates.add({ circle: this.#circle, bytes });
      return true;
    });
  }

  async #alone(how: LockOptions, work: () => Promise<void>): Promise<void> {
    if (!globalThis.navigator?.locks) return work();
    const name = `askwell-compact-${this.#circle}`;
    await navigator.locks.request(name, how, (lock) => (lock ? work() : undefined));
  }
}

const isSame = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, i) => byte === b[i]);

import { writeSummaries } from '../storage/circle-summaries.ts';
import type { Database, RememberedCircle } from '../storage/database.ts';
import { RememberedCircles } from '../storage/remembered-circles.ts';
import type { Journal } from './journal.svelte.ts';

type Fields = Partial<Omit<RememberedCircle, 'id'>>;

/** A circle's row among those that this browser remembers: as it is on this page, and on the disk. */
export class CircleRow {
  #here: RememberedCircle;
  readonly #circles: RememberedCircles | null;
  readonly #journal: Journal;

  constructor(remembered: RememberedCircle, database: Database | null, journal: Journal) {
    this.#here = $state.raw(remembered);
    this.#circles = database ? new RememberedCircles(database) : null;
    this.#journal = journal;
  }

  get here(): RememberedCircle {
    return this.#here;
  }

  /** Another row takes its place, which is on the disk already. */
  become(row: RememberedCircle): void {
    this.#here = row;
  }

  /** On this page alone: the disk has it already. */
  set(fields: Fields): void {
    this.#here = { ...this.#here, ...fields };
  }

  /** On this page at once, and on the disk. A disk that refuses is told. */
  change(fields: Fields): void {
    this.set(fields);
    const circles = this.#circles;
    if (!circles) return;
    circles
      .change(this.#here.id, fields)
      .then(() => circles.all())
      .then((all) => {
        writeSummaries(all);
        this.#journal.took('row');
      })
      .catch(() => this.#journal.failed('row'));
  }

  /** On the disk, and only then on this page. Rejects when the disk refuses. */
  async keep(fields: Fields): Promise<void> {
    await this.#circles?.change(this.#here.id, fields);
    this.set(fields);
  }

  /** Removes the circle from this device. */
  async forget(): Promise<void> {
    await this.#circles?.forget(this.#here);
    if (this.#circles) writeSummaries(await this.#circles.all());
  }
}

import type { CircleId } from '../domain/ids.ts';
import type { Database, RememberedCircle } from './database.ts';
import { leaveLastWords } from './last-words.ts';
import { readRemembered } from './remembered-row.ts';

const readable = (rows: readonly unknown[]): RememberedCircle[] =>
  rows.flatMap((row) => readRemembered(row) ?? []).sort((a, b) => b.openedAt - a.openedAt);

/** The circles of this browser. */
export class RememberedCircles {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async find(id: string): Promise<RememberedCircle | undefined> {
    return readRemembered(await this.#database.circles.get(id)) ?? undefined;
  }

  async findByCircle(circle: CircleId): Promise<RememberedCircle | undefined> {
    return readable(await this.#database.circles.where('circle').equals(circle).toArray())[0];
  }

  /** The circle that another has become by renewing its link. */
  async findMovedFrom(circle: CircleId): Promise<RememberedCircle | undefined> {
    return (await this.all()).find(({ before }) => before?.includes(circle));
  }

  /** The circles that can be read, the last opened first. A row that cannot stays where it is. */
  async all(): Promise<RememberedCircle[]> {
    return readable(await this.#database.circles.toArray());
  }

  /** The row of a circle, made on first sight: two tabs that open one link at once find the same row. */
  findOrRemember(fresh: RememberedCircle): Promise<RememberedCircle> {
    return this.#database.transaction('rw', this.#database.circles, async () => {
      const known = await this.findByCircle(fresh.circle);
      if (!known) await this.remember(fresh);
      return known ?? fresh;
    });
  }

  async remember(circle: RememberedCircle): Promise<void> {
    await this.#database.circles.put(circle);
  }

  async change(id: string, fields: Partial<Omit<RememberedCircle, 'id'>>): Promise<void> {
    await this.#database.circles.update(id, fields);
  }

  /** Removes a circle from this device with its log and all private notes. What others have stays with them. */
  async forget({ id, circle }: RememberedCircle): Promise<void> {
    const { circles, updates, notes } = this.#database;
    await this.#database.transaction('rw', circles, updates, notes, async () => {
      await updates.where('circle').equals(circle).delete();
      await notes.where('circle').equals(circle).delete();
      await circles.delete(id);
    });
    leaveLastWords(circle, []);
  }
}

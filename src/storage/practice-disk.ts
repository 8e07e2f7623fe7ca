import { practisedOf, withAct, type Act, type Known } from '../domain/practice/act.ts';
import { PracticeDatabase } from './practice-database.ts';

/** The practice room on this device's disk. */
export class PracticeDisk {
  readonly #database: PracticeDatabase;

  constructor(database = new PracticeDatabase()) {
    this.#database = database;
  }

  /** Rows that cannot be read are left out, and stay where they are. */
  async read(): Promise<Known> {
    const [rows, words] = await Promise.all([
      this.#database.practised.toArray(),
      this.#database.words.toArray(),
    ]);
    return {
      practised: new Map(
        rows.flatMap((row) => {
          const one = practisedOf(row);
          return one ? [[one.item, one]] : [];
        }),
      ),
      words: new Map(
        words.flatMap(({ item, text }) => (typeof text === 'string' ? [[item, text]] : [])),
      ),
    };
  }

  /** All of them or none: each is reckoned from the row as it is now, whichever tab wrote it. */
  async write(acts: readonly Act[]): Promise<void> {
    const { practised, words } = this.#database;
    await this.#database.transaction('rw', practised, words, async () => {
      for (const act of acts) {
        const row = practisedOf(await practised.get(act.item));
        const known = withAct(
          { practised: new Map(row ? [[act.item, row]] : []), words: new Map() },
          act,
        );
        const text = known.words.get(act.item);
        const now = known.practised.get(act.item);
        if (act.kind === 'did' && now) await practised.put(now);
        else if (text !== undefined) await words.put({ item: act.item, text });
      }
    });
  }

  async clear(): Promise<void> {
    const { practised, words } = this.#database;
    await this.#database.transaction('rw', practised, words, async () => {
      await practised.clear();
      await words.clear();
    });
  }
}

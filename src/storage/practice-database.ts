import type { Table } from 'dexie';
import Dexie from 'dexie';
import type { Practised } from '../domain/practice/repetition.ts';

export interface WordsRow {
  readonly item: string;
  readonly text: string;
}

/**
 * What is practised alone is a database of its own. It needs nothing of a circle: its pages load none of that, no tab
 * with a circle of another version holds it up, and to empty it can touch no circle.
 */
export class PracticeDatabase extends Dexie {
  declare practised: Table<Practised, string>;
  declare words: Table<WordsRow, string>;

  /** @param name of the IndexedDB database; tests pass their own */
  constructor(name = 'askwell-practice') {
    super(name);
    this.version(1).stores({ practised: 'item', words: 'item' });
  }
}

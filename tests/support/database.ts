import Dexie from 'dexie';
import { IDBKeyRange, indexedDB } from 'fake-indexeddb';
import { Database } from '../../src/storage/database.ts';

// Dexie looks for IndexedDB when it is loaded, which may be before this file.
Object.assign(Dexie.dependencies, { indexedDB, IDBKeyRange });

let count = 0;

/** A database that no other test has. `sameAs`: another tab's connection to it. */
export function freshDatabase(sameAs?: Database): Database {
  count += 1;
  return new Database(sameAs?.name ?? `test-${count}`);
}

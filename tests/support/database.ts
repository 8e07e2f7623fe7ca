import 'fake-indexeddb/auto';
import { Database } from '../../src/storage/database.ts';

let count = 0;

/** A database that no other test has. `sameAs`: another tab's connection to it. */
export function freshDatabase(sameAs?: Database): Database {
  count += 1;
  return new Database(sameAs?.name ?? `test-${count}`);
}

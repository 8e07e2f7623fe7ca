import Dexie from 'dexie';
import { IDBKeyRange, indexedDB } from 'fake-indexeddb';
import { Database } from '../../src/storage/database.ts';

// Dexie looks for IndexedDB when it is loaded, which may be before this file.
Object.assign(Dexie.dependencies, { indexedDB, IDBKeyRange });

/**
 * In jsdom a window has a Uint8Array of its own, and what Node clones has another one, which Dexie would take for a plain
 * object when it changes a row. In a browser there is one.
 */
function ofThisWindow(value: unknown): unknown {
  if (ArrayBuffer.isView(value))
    return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  for (const [key, part] of Object.entries(value)) Reflect.set(value, key, ofThisWindow(part));
  return value;
}

const clone = globalThis.structuredClone;
if (!(clone(new Uint8Array()) instanceof Uint8Array)) {
  globalThis.structuredClone = <Value>(value: Value): Value => ofThisWindow(clone(value)) as Value;
}

let count = 0;

/** A database that no other test has. `sameAs`: another tab's connection to it. */
export function freshDatabase(sameAs?: Database): Database {
  count += 1;
  return new Database(sameAs?.name ?? `test-${count}`);
}

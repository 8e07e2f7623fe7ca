import * as Y from 'yjs';
import { isReadable } from './history.ts';

/** Many updates of a circle as one, and those that could not be read. */
export interface Folded {
  readonly bytes: Uint8Array;
  readonly unreadable: ReadonlySet<Uint8Array>;
}

/** For so long the page is held up at a time, ms: less than a frame. */
const SLICE = 8;

/** What throws half-way has left at most what it also holds itself, and its row stays. */
function apply(doc: Y.Doc, update: Uint8Array): boolean {
  try {
    Y.applyUpdate(doc, update);
    return true;
  } catch {
    // Some bytes that look like an update fail only when they meet others.
    return false;
  }
}

/** Folds for a while at each step, and gives the whole in the end. */
function* folding(updates: readonly Uint8Array[], slice: number): Generator<void, Folded> {
  const scratch = new Y.Doc({ gc: true });
  const unreadable = new Set<Uint8Array>();
  const rest = updates[Symbol.iterator]();
  try {
    for (let isDone = false; !isDone;) {
      const until = performance.now() + slice;
      scratch.transact(() => {
        do {
          const { value, done = false } = rest.next();
          isDone = done;
          if (!value) continue;
          if (!isReadable(value) || !apply(scratch, value)) unreadable.add(value);
        } while (!isDone && performance.now() < until);
      });
      if (!isDone) yield;
    }
    const bytes = Y.encodeStateAsUpdate(scratch);
    // Yjs takes some bytes that it could not read again: the rows they came from can at least be left out one by one.
    if (!isReadable(bytes)) throw new Error('The rows cannot be folded');
    return { bytes, unreadable };
  } finally {
    scratch.destroy();
  }
}

/**
 * Many updates of one circle as one, without what was deleted. `Y.mergeUpdates` would keep deleted words; a document
 * that collects its garbage does not.
 */
export function compacted(updates: readonly Uint8Array[]): Uint8Array {
  const { value } = folding(updates, Infinity).next();
  if (!value) throw new Error('Folding without a limit takes one step');
  return value.bytes;
}

/** The same in slices, so that a page in use does not notice. */
export async function folded(updates: readonly Uint8Array[]): Promise<Folded> {
  const work = folding(updates, SLICE);
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    await new Promise((resolve) => setTimeout(resolve));
  }
}

/** Bytes from outside, read into a scratch document and written anew; `null` where they are no circle. */
export function scratched(bytes: Uint8Array): Uint8Array | null {
  try {
    return isReadable(bytes) ? compacted([bytes]) : null;
  } catch {
    // Some bytes that look like an update fail only when they are put together.
    return null;
  }
}

/** Updates that wait for the disk, as one. */
export const merged = (updates: readonly Uint8Array[]): Uint8Array =>
  updates.length === 1 && updates[0] ? updates[0] : Y.mergeUpdates([...updates]);

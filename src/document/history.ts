import * as Y from 'yjs';
import { isSpan } from '../domain/span.ts';

export interface History {
  readonly doc: Y.Doc;
  /** How many updates could not be read and were left out. */
  readonly unreadable: number;
}

/**
 * A document from what a disk has kept. A row that has been damaged there must not keep the circle from opening: it is
 * left out, and what builds on it waits until others bring what is missing.
 */
export function readHistory(updates: readonly Uint8Array[]): History {
  const doc = new Y.Doc();
  if (applyAll(doc, updates)) return { doc, unreadable: 0 };
  // What threw may have left half of itself behind.
  doc.destroy();
  const anew = new Y.Doc();
  const taken = updates.filter((update) => isReadable(update) && applyAll(anew, [update]));
  return { doc: anew, unreadable: updates.length - taken.length };
}

/** The same for a document that others know already. Damage must not get into it, so it takes what was read elsewhere. */
export function readInto(doc: Y.Doc, updates: readonly Uint8Array[]): History {
  if (updates.length === 0) return { doc, unreadable: 0 };
  const { doc: read, unreadable } = readHistory(updates);
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(read));
  read.destroy();
  return { doc, unreadable };
}

function applyAll(doc: Y.Doc, updates: readonly Uint8Array[]): boolean {
  try {
    doc.transact(() => {
      for (const update of updates) Y.applyUpdate(doc, update);
    });
    return true;
  } catch {
    // Yjs has no other way to say that bytes are no update.
    return false;
  }
}

/** Whether bytes are a whole update that can be read again, before they are let into a document. */
export function isReadable(update: Uint8Array): boolean {
  try {
    const { structs, ds } = Y.decodeUpdate(update);
    const deleted = [...ds.clients.values()].flat();
    return (
      structs.every(({ id, length }) => isSpan(id.clock, length)) &&
      deleted.every(({ clock, len }) => isSpan(clock, len))
    );
  } catch {
    // The same: it throws at the first byte that does not fit.
    return false;
  }
}

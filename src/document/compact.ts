import * as Y from 'yjs';

/**
 * Many updates of one circle as one, without what was deleted. `Y.mergeUpdates` would keep deleted words; a document
 * that collects its garbage does not.
 */
export function compacted(updates: readonly Uint8Array[]): Uint8Array {
  const scratch = new Y.Doc({ gc: true });
  scratch.transact(() => {
    for (const update of updates) Y.applyUpdate(scratch, update);
  });
  const bytes = Y.encodeStateAsUpdate(scratch);
  scratch.destroy();
  return bytes;
}

/** Updates that wait for the disk, as one. */
export const merged = (updates: readonly Uint8Array[]): Uint8Array =>
  updates.length === 1 && updates[0] ? updates[0] : Y.mergeUpdates([...updates]);

import { Doc, encodeStateAsUpdate } from 'yjs';

export type { Doc };

/** The document of a circle before the disk has been read: others may tell it something already. */
export const earlyDoc = (): Doc => new Doc();

/** All that it has been told, `null` for nothing. */
export const toldTo = (doc: Doc | undefined): Uint8Array | null =>
  doc && doc.store.clients.size > 0 ? encodeStateAsUpdate(doc) : null;

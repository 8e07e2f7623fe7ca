import * as Y from 'yjs';
import { isSpan } from '../domain/span.ts';

/** Whether a change of another page can be kept. Throws when the bytes end too early. */
export function isSound(update: Uint8Array): boolean {
  const { structs, ds } = Y.decodeUpdate(update);
  const deleted = [...ds.clients.values()].flat();
  return (
    structs.every(({ id, length }) => isSpan(id.clock, length)) &&
    deleted.every(({ clock, len }) => isSpan(clock, len))
  );
}

import * as Y from 'yjs';

/** Far more than a circle writes in a lifetime; above 2^53 clocks would no longer be exact. */
const LATEST_CLOCK = 2 ** 40;

/**
 * Whether a change can be kept. Yjs takes some that it could not read again, and a circle that holds one never
 * opens any more, on no device that it has reached. Throws when the bytes end too early.
 */
export function isSound(update: Uint8Array): boolean {
  const { structs, ds } = Y.decodeUpdate(update);
  const spans = [...ds.clients.values()].flat();
  return (
    structs.every(({ id, length }) => isSpan(id.clock, length)) &&
    spans.every(({ clock, len }) => isSpan(clock, len))
  );
}

const isSpan = (clock: number, length: number): boolean =>
  length > 0 && clock + length < LATEST_CLOCK;

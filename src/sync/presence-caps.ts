import { createDecoder, readVarString, readVarUint } from 'lib0/decoding';
import { encode, writeVarString, writeVarUint } from 'lib0/encoding';
import type { Awareness } from 'y-protocols/awareness';

/** Six members on two devices or tabs each, twice over. */
const MOST_STATES = 24;
/** Characters of JSON. */
const LONGEST_STATE = 16 * 1024;

/**
 * The part of an awareness update that we take: a stranger could otherwise fill the memory of every
 * member with thousands of pages that do not exist. Throws when the bytes end too early.
 */
export function withinCaps(awareness: Awareness, update: Uint8Array): Uint8Array {
  const decoder = createDecoder(update);
  const taken: { client: number; clock: number; state: string }[] = [];
  const known = new Set(awareness.getStates().keys());
  for (let left = readVarUint(decoder); left > 0; left--) {
    const client = readVarUint(decoder);
    const clock = readVarUint(decoder);
    const state = readVarString(decoder);
    const isNew = !known.has(client);
    if (state.length > LONGEST_STATE || !isState(state)) continue;
    if (isNew && (state === 'null' || known.size >= MOST_STATES)) continue;
    known.add(client);
    taken.push({ client, clock, state });
  }
  return encode((encoder) => {
    writeVarUint(encoder, taken.length);
    for (const { client, clock, state } of taken) {
      writeVarUint(encoder, client);
      writeVarUint(encoder, clock);
      writeVarString(encoder, state);
    }
  });
}

function isState(json: string): boolean {
  try {
    return typeof JSON.parse(json) === 'object';
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

import { createDecoder, readVarUint, readVarUint8Array } from 'lib0/decoding';
import { encode, writeVarUint, writeVarUint8Array } from 'lib0/encoding';
import { messageYjsSyncStep1, messageYjsSyncStep2, messageYjsUpdate } from 'y-protocols/sync';
import { isSound } from './sound-change.ts';

/** y-webrtc's numbers for what a message is about. */
const DOCUMENT = 0;
const PRESENCE = 1;

export type Message =
  /** Asks for all changes that are not in this state vector. */
  | { readonly kind: 'ask'; readonly vector: Uint8Array }
  | { readonly kind: 'changes'; readonly update: Uint8Array }
  | { readonly kind: 'presences'; readonly update: Uint8Array };

export function askFor(vector: Uint8Array): Uint8Array {
  return documentMessage(messageYjsSyncStep1, vector);
}

/** All that a page had asked for. */
export function answerWith(update: Uint8Array): Uint8Array {
  return documentMessage(messageYjsSyncStep2, update);
}

export function changeOf(update: Uint8Array): Uint8Array {
  return documentMessage(messageYjsUpdate, update);
}

export function presencesOf(update: Uint8Array): Uint8Array {
  return encode((encoder) => {
    writeVarUint(encoder, PRESENCE);
    writeVarUint8Array(encoder, update);
  });
}

/** Throws when the bytes end too early; gives `null` for a message that this version does not know or must not keep. */
export function readMessage(bytes: Uint8Array): Message | null {
  const decoder = createDecoder(bytes);
  const about = readVarUint(decoder);
  if (about === PRESENCE) return { kind: 'presences', update: readVarUint8Array(decoder) };
  if (about !== DOCUMENT) return null;
  const step = readVarUint(decoder);
  const content = readVarUint8Array(decoder);
  if (step === messageYjsSyncStep1) return { kind: 'ask', vector: content };
  if (step !== messageYjsSyncStep2 && step !== messageYjsUpdate) return null;
  return isSound(content) ? { kind: 'changes', update: content } : null;
}

function documentMessage(step: number, content: Uint8Array): Uint8Array {
  return encode((encoder) => {
    writeVarUint(encoder, DOCUMENT);
    writeVarUint(encoder, step);
    writeVarUint8Array(encoder, content);
  });
}

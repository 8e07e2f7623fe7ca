import { fromBase64 } from 'lib0/buffer';
import { createDecoder, readAny, readVarString, readVarUint8Array } from 'lib0/decoding';
import { fieldsOf } from './fields-of.ts';

/** Opens what y-webrtc has sealed for the rendezvous. Rejects what was not sealed with this key. */
export async function unseal(sealed: string, key: CryptoKey): Promise<unknown> {
  const decoder = createDecoder(fromBase64(sealed));
  const name = readVarString(decoder);
  const iv = new Uint8Array(readVarUint8Array(decoder));
  const content = new Uint8Array(readVarUint8Array(decoder));
  const opened = await crypto.subtle.decrypt({ name, iv }, key, content);
  return readAny(createDecoder(new Uint8Array(opened)));
}

/** What one page says to another, or to all, to find each other. */
export interface Signal {
  readonly from: string;
  readonly to: string | null;
  readonly kind: 'announce' | 'offer' | 'answer' | 'candidate';
}

/** Reads a message for which y-webrtc and simple-peer will not throw; `null` for any other. */
export function parseSignal(message: unknown): Signal | null {
  const { type, from, to, signal } = fieldsOf(message);
  if (typeof from !== 'string') return null;
  if (type === 'announce') return { from, to: null, kind: 'announce' };
  if (type !== 'signal' || typeof to !== 'string') return null;
  const { type: kind, sdp, candidate } = fieldsOf(signal);
  if (kind === 'offer' || kind === 'answer') {
    return typeof sdp === 'string' ? { from, to, kind } : null;
  }
  return kind === 'candidate' && isCandidate(candidate) ? { from, to, kind } : null;
}

function isCandidate(value: unknown): boolean {
  const { candidate, sdpMid, sdpMLineIndex } = fieldsOf(value);
  const isPlaced = typeof sdpMid === 'string' || typeof sdpMLineIndex === 'number';
  return typeof candidate === 'string' && isPlaced;
}

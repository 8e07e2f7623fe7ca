import { toBase64 } from 'lib0/buffer';
import {
  createEncoder,
  toUint8Array,
  writeAny,
  writeVarString,
  writeVarUint8Array,
} from 'lib0/encoding';
import { parseSignal, unseal } from '../../../src/sync/signal.ts';
import type { Dice } from '../dice.ts';
import { wrongBytes, wrongText, wrongValue } from './mutations.ts';
import { must, target, type Target } from './target.ts';

const candidate = { candidate: 'candidate:1 1 udp 1 1.2.3.4 5 typ host', sdpMid: '0' };
const signals: readonly unknown[] = [
  { type: 'announce', from: 'ana' },
  { type: 'signal', from: 'ana', to: 'ben', token: 1, signal: { type: 'offer', sdp: 'v=0' } },
  { type: 'signal', from: 'ana', to: 'ben', signal: { type: 'answer', sdp: 'v=0' } },
  { type: 'signal', from: 'ana', to: 'ben', signal: { type: 'candidate', candidate } },
];

const algorithm = { name: 'AES-GCM', length: 256 };
const key = await crypto.subtle.generateKey(algorithm, false, ['encrypt', 'decrypt']);

/** As y-webrtc seals; the plain text may be wrong in itself. */
async function seal(plain: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const cipher = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, plain);
  const encoder = createEncoder();
  writeVarString(encoder, 'AES-GCM');
  writeVarUint8Array(encoder, iv);
  writeVarUint8Array(encoder, new Uint8Array(cipher));
  return Uint8Array.from(toUint8Array(encoder));
}

const plain = signals.map((signal) => {
  const encoder = createEncoder();
  writeAny(encoder, JSON.parse(JSON.stringify(signal)));
  return Uint8Array.from(toUint8Array(encoder));
});
const sealed = await Promise.all(plain.map(seal));

function mustBeUsable(message: unknown): void {
  const signal = parseSignal(message);
  if (signal === null) return;
  must(typeof signal.from === 'string', 'a signal from nobody');
  must(signal.kind === 'announce' || typeof signal.to === 'string', 'a signal to nobody');
}

/** `unseal` says that it rejects; what it gives all the same must be usable or refused. */
async function open(text: string): Promise<void> {
  let opened: unknown;
  try {
    opened = await unseal(text, key);
  } catch (error) {
    must(error instanceof Error, 'rejected with something that is no error');
    return;
  }
  mustBeUsable(opened);
}

export const signalTargets: readonly Target[] = [
  target('signal', signals, wrongValue, mustBeUsable),
  target('sealed signal, as text', sealed.map(toBase64), wrongText, open),
  target('sealed signal, as bytes', sealed, wrongBytes, (bytes) => open(toBase64(bytes))),
  {
    name: 'signal sealed with our key by somebody who means harm',
    make(dice: Dice) {
      const input = wrongBytes(dice, dice.pick(plain));
      return { input, read: async () => open(toBase64(await seal(input))) };
    },
  },
];

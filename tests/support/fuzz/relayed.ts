import { fromBase64, toBase64 } from 'lib0/buffer';
import { encodePacket, type Packet, type Word } from '../../../src/sync/relay/packet.ts';
import { Relay } from '../../../src/sync/relay/relay.ts';
import { sealFrom, type Seal } from '../../../src/sync/relay/seal.ts';
import { wrongBytes, wrongText } from './mutations.ts';
import { must, target, type Target } from './target.ts';

/** Hides nothing: what a member who means harm has sealed with the circle's key. */
const glass: Seal = {
  topic: 'a circle',
  close: (content) => Promise.resolve(toBase64(content)),
  open: (sealed) => Promise.resolve(fromBase64(sealed)),
};

const piece = (isLast: boolean) => ({ isLast, bytes: Uint8Array.of(3, 1, 98) });
const words: readonly Word[] = [
  { kind: 'ask' },
  { kind: 'data', stream: 1, index: 0, pieces: [piece(true), piece(false)] },
  { kind: 'again', stream: 1, missing: [0, 1] },
  { kind: 'bye', stream: 1, yours: 1 },
];
const packetOf = (from: string, word: Word): Packet => ({ from, to: 'me', sequence: 1, word });
const packets = words.map((word) => encodePacket(packetOf('ben', word)));
const good = encodePacket(
  packetOf('cem', { kind: 'data', stream: 1, index: 0, pieces: [piece(true)] }),
);

/** A relay hears something wrong, and then something good from somebody else. */
async function hear(packet: Uint8Array): Promise<void> {
  const listeners: ((data: string) => void)[] = [];
  const frames: string[] = [];
  const relay = new Relay({
    self: 'me',
    carriers: [
      {
        state: () => 'reached',
        publish: () => true,
        subscribe: (_topic, heard) => {
          listeners.push(heard);
          return () => undefined;
        },
      },
    ],
    seal: glass,
    converse: (channel) =>
      channel.addEventListener('message', () => void frames.push(channel.peer)),
    asked: (by) => void relay.open(by),
  });
  relay.listen();
  try {
    for (const bytes of [packet, good]) for (const heard of listeners) heard(toBase64(bytes));
    for (let turns = 0; turns < 20; turns++) await Promise.resolve();
    relay.look();
    must(frames.includes('cem'), 'a good message is no longer heard');
  } finally {
    await relay.close();
  }
}

const seal = await sealFrom('A'.repeat(43));
const sealed = await Promise.all(packets.map((packet) => seal.close(packet)));

/** Messages that come through the rendezvous in place of a channel. */
export const relayTargets: readonly Target[] = [
  target('relayed message, by somebody with the key', packets, wrongBytes, hear),
  target('relayed message, sealed', sealed, wrongText, (text) => seal.open(text)),
];

import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  encodePacket,
  HEAD,
  parsePacket,
  type Packet,
  type Word,
} from '../../../src/sync/relay/packet.ts';
import { ReplayWindow } from '../../../src/sync/relay/replay-window.ts';
import { LONGEST, ROOM, sealFrom } from '../../../src/sync/relay/seal.ts';

const SECRET = '2kLIeU5KJdCEH_GL0avDMC0PO800WQmIVRS7K6Sg5dA';
const bytes = fc.uint8Array({ maxLength: 60 });
const id = fc.uuid();
const word: fc.Arbitrary<Word> = fc.oneof(
  fc.constant({ kind: 'ask' } as const),
  fc.record({ kind: fc.constant('bye' as const), stream: fc.nat(), yours: fc.nat() }),
  fc.record({
    kind: fc.constant('again' as const),
    stream: fc.nat(),
    missing: fc.array(fc.nat(), { maxLength: 32 }),
  }),
  fc.record({
    kind: fc.constant('data' as const),
    stream: fc.nat(),
    index: fc.nat(),
    pieces: fc.array(fc.record({ isLast: fc.boolean(), bytes })),
  }),
);
const packet: fc.Arbitrary<Packet> = fc.record({ from: id, to: id, sequence: fc.nat(), word });

test('a packet is read as it was written, and its head takes no more than is reckoned', () => {
  fc.assert(
    fc.property(packet, (sent) => {
      const encoded = encodePacket(sent);
      expect(parsePacket(encoded)).toEqual(sent);
      if (sent.word.kind === 'data' && sent.word.pieces.length === 0) {
        expect(encoded.length).toBeLessThanOrEqual(HEAD);
      }
    }),
  );
});

test('whatever bytes come are read without an error', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (any) => void parsePacket(any)));
  fc.assert(
    fc.property(packet, fc.nat(), fc.nat(255), (sent, where, what) => {
      const encoded = encodePacket(sent);
      encoded[where % encoded.length] = what;
      parsePacket(encoded);
      parsePacket(encoded.subarray(0, where % encoded.length));
    }),
  );
});

test('what is sealed is opened with the same secret only, and twice sealed is not twice the same', async () => {
  const [mine, yours, other] = await Promise.all([
    sealFrom(SECRET),
    sealFrom(SECRET),
    sealFrom(SECRET.replace('2', '3')),
  ]);
  const content = new Uint8Array(ROOM).fill(7);
  const sealed = await mine.close(content);
  expect(sealed.length).toBeLessThanOrEqual(LONGEST);
  expect(await yours.open(sealed)).toEqual(content);
  expect(await other.open(sealed)).toBeNull();
  expect(await mine.close(content)).not.toBe(sealed);
  expect(mine.topic).toBe(yours.topic);
  expect(mine.topic).not.toBe(other.topic);
  const forged = `${sealed.slice(0, 40)}${sealed[40] === 'A' ? 'B' : 'A'}${sealed.slice(41)}`;
  for (const bad of [forged, '', 'AAAA', '%%%', sealed.slice(0, 20), 'A'.repeat(LONGEST + 1)]) {
    expect(await mine.open(bad)).toBeNull();
  }
});

test('each message of a page is new once, in whatever order they come', () => {
  const order = fc.shuffledSubarray(Array.from({ length: 100 }, (_, at) => at));
  fc.assert(
    fc.property(order, fc.array(fc.nat(99)), (once, again) => {
      const window = new ReplayWindow();
      for (const sequence of once) expect(window.isNew('ana', sequence)).toBe(true);
      for (const sequence of again) {
        if (once.includes(sequence)) expect(window.isNew('ana', sequence)).toBe(false);
      }
    }),
  );
  const window = new ReplayWindow();
  expect(window.isNew('ana', 500)).toBe(true);
  expect(window.isNew('ana', 372)).toBe(false);
  expect(window.isNew('ana', 373)).toBe(true);
  expect(window.isNew('ben', 372)).toBe(true);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { candidateTypes } from '../../../src/sync/codes/description.ts';
import { pack, unpack, type Carried } from '../../../src/sync/codes/pack.ts';

const bytes = (length: number) =>
  fc.uint8Array({ minLength: length, maxLength: length }).map((given) => new Uint8Array(given));
const ice = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const characters = (least: number, most: number) =>
  fc.oneof(
    fc.string({ unit: fc.constantFrom(...ice), minLength: least, maxLength: most }),
    fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: least, maxLength: most }),
  );
/** As a code gives it back: without leading zeros or shortened rows of them. */
const ipv6 = fc
  .array(fc.nat(65_535), { minLength: 8, maxLength: 8 })
  .map((groups) => groups.map((group) => group.toString(16)).join(':'));
const candidate = fc.record({
  type: fc.constantFrom(...candidateTypes),
  address: fc.oneof(
    fc.ipV4(),
    ipv6,
    fc.uuid().map((name) => `${name}.local`),
  ),
  port: fc.integer({ min: 1, max: 65_535 }),
});
const carried: fc.Arbitrary<Carried> = fc.record({
  kind: fc.constantFrom('invitation', 'answer'),
  peer: fc.uuid(),
  mark: fc.nat(65_535),
  description: fc.record({
    ufrag: characters(4, 8),
    pwd: characters(22, 32),
    fingerprint: bytes(32),
    candidates: fc.array(candidate, { maxLength: 5 }),
  }),
});

test('what a code says is what was put into it', () => {
  fc.assert(
    fc.property(carried, (given) => {
      const packed = pack(given, 1000);
      expect(packed && unpack(packed)).toEqual(given);
    }),
    { numRuns: 40 },
  );
});

test('a code that must be short leaves out ways, never what every way needs', () => {
  fc.assert(
    fc.property(carried, fc.integer({ min: 110, max: 200 }), (given, room) => {
      const packed = pack(given, room);
      expect(packed?.length).toBeLessThanOrEqual(room);
      const { candidates, ...rest } = given.description;
      expect(packed && unpack(packed)?.description).toMatchObject(rest);
      expect(candidates.length).toBeLessThanOrEqual(5);
    }),
    { numRuns: 40 },
  );
});

test('5,000 mutated codes are read without an error, and what is read can be written', () => {
  const originals = fc.sample(carried, 25).map((given) => [...(pack(given, 1000) ?? [])]);
  const mutation = fc.tuple(
    fc.constantFrom(...originals),
    fc.nat(170),
    fc.nat(3),
    fc.array(fc.nat(255), { maxLength: 3 }),
  );
  fc.assert(
    fc.property(mutation, ([original, at, remove, put]) => {
      const read = unpack(
        Uint8Array.from(original.toSpliced(at % original.length, remove, ...put)),
      );
      const again = read && pack(read, 2000);
      expect(again && unpack(again)).toEqual(read);
    }),
    { numRuns: 5000 },
  );
});

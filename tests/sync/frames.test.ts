import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Assembly, framesOf } from '../../src/sync/frames.ts';
import { kinds } from '../../src/sync/protocol.ts';

/** What arrives when these frames do. */
function arrived(frames: readonly Uint8Array[]): Uint8Array[] {
  const assembly = new Assembly();
  return frames.flatMap((frame) => {
    const content = frame.subarray(1);
    if (frame[0] === kinds.whole) return [content];
    return assembly.add(content, frame[0] === kinds.last) ?? [];
  });
}

test('a message of any length arrives as it was, in frames that every browser sends', () => {
  const length = fc.oneof(
    fc.nat(100),
    fc.constantFrom(16_382, 16_383, 16_384, 32_766, 32_767, 300_000),
  );
  fc.assert(
    fc.property(length, fc.nat(255), (size, byte) => {
      const message = new Uint8Array(size).fill(byte);
      const frames = framesOf(message);
      expect(frames.every((frame) => frame.length <= 16 * 1024)).toBe(true);
      const [whole, ...more] = arrived(frames);
      expect(more).toEqual([]);
      // Not `toEqual`, which looks at each of 300,000 bytes by itself.
      expect(Buffer.compare(whole ?? new Uint8Array(), message)).toBe(0);
    }),
    { numRuns: 50 },
  );
});

test('messages after each other stay apart', () => {
  const messages = [20_000, 5, 40_000].map((size, at) => new Uint8Array(size).fill(at));
  expect(arrived(messages.flatMap(framesOf))).toEqual(messages);
});

test('a message that never ends is refused before it fills the memory', () => {
  const assembly = new Assembly();
  const part = new Uint8Array(1024 * 1024);
  for (let megabytes = 0; megabytes < 32; megabytes++) assembly.add(part, false);
  expect(() => assembly.add(part, false)).toThrow(RangeError);
});

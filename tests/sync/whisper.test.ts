import { expect, test } from 'vitest';
import { kinds } from '../../src/sync/protocol.ts';
import { readWhisper, whisperOf } from '../../src/sync/whisper.ts';

test('a whisper arrives as it was said, in a frame of its own kind', () => {
  const [kind, ...content] = whisperOf('Für Zoë: …/circle/#secret');
  expect(kind).toBe(kinds.whisper);
  expect(readWhisper(Uint8Array.from(content))).toBe('Für Zoë: …/circle/#secret');
});

test('a whisper that is too long is neither sent nor read, and one that is no text is not read', () => {
  expect(() => whisperOf('x'.repeat(4097))).toThrow(RangeError);
  expect(() => readWhisper(new Uint8Array(4097))).toThrow(RangeError);
  expect(() => readWhisper(Uint8Array.of(0xff, 0xfe))).toThrow(TypeError);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  noWords,
  readPrivateWords,
  withoutWords,
  writePrivateWords,
} from '../../src/domain/commitment-words.ts';
import { commitmentKinds } from '../../src/domain/commitment.ts';

const line = fc.string({ maxLength: 300 });
const words = fc.record({
  text: fc.string({ minLength: 1, maxLength: 300 }),
  by: line,
  firstStep: line,
  tell: line,
  confidence: fc.constantFrom(null, 1, 7, 10),
  kind: fc.constantFrom(null, ...commitmentKinds),
  cue: line,
  obstacle: line,
  plan: line,
  done: line,
  askMe: line,
});

test('private words read as they were kept, and none of them is in what the circle gets', () => {
  fc.assert(
    fc.property(words, (some) => {
      expect(readPrivateWords(writePrivateWords(some))).toEqual(some);
      expect(withoutWords(some)).toEqual({ ...noWords, text: '…', by: some.by });
    }),
    { numRuns: 50 },
  );
});

test.each([
  '',
  'null',
  '{}',
  '[]',
  '{"text":""}',
  '{"text":7}',
  '{"text":',
  `{"text":"${'a'.repeat(3001)}"}`,
])('%.12s is no action', (kept) => {
  expect(readPrivateWords(kept)).toBeNull();
});

test('what is wrong in a field is left out, and the rest stays', () => {
  const kept = JSON.stringify({ text: 'Go', confidence: 11, kind: 'fly', tell: 3, plan: 'Wait' });
  expect(readPrivateWords(kept)).toEqual({ ...noWords, text: 'Go', plan: 'Wait' });
});

import { beforeEach, expect, test, vi } from 'vitest';
import { bring, broughtQuestions } from '../../src/board/brought-questions.ts';

let stored = new Map<string, string>();

beforeEach(() => {
  stored = new Map();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
    removeItem: (key: string) => stored.delete(key),
  });
});

test('questions are taken along in the order of the taps, each once', () => {
  for (const question of ['What else?', 'How do you know?', 'What else?']) bring(question, true);
  expect(broughtQuestions()).toEqual(['How do you know?', 'What else?']);
});

test('a question can be left again, and nothing is kept of it', () => {
  bring('What else?', true);
  expect(bring('What else?', false)).toBe(false);
  expect([broughtQuestions(), stored.size]).toEqual([[], 0]);
});

test('a thirteenth question is not taken, and the twelve stay', () => {
  for (let i = 1; i <= 12; i += 1) bring(`Question ${String(i)}?`, true);
  expect(bring('One more?', true)).toBe(false);
  expect(broughtQuestions()).toHaveLength(12);
});

test.each(['{', '7', '{"a":1}', '[1,null,"What else?"]', 'null'])(
  'a store that holds %s is read without harm',
  (text) => {
    stored.set('askwell.brought-questions', text);
    expect(broughtQuestions().every((question) => question === 'What else?')).toBe(true);
  },
);

import { readJson } from '../../domain/json.ts';

/** Characters of words in one event. With all around it the event is then below 16 KB, which even strict relays take. */
const LONGEST_CONTENT = 15 * 1024;
/** Characters that each word takes besides its own: quotes, escaped, and a comma. */
const AROUND = 5;
const MOST_WORDS = 64;

/** How many of these words, from the first on, go in one event: relays count events. A longer word goes alone. */
export function fitting(words: readonly string[]): number {
  let size = 0;
  for (const [count, word] of words.entries()) {
    size += word.length + AROUND;
    if (count > 0 && (size > LONGEST_CONTENT || count === MOST_WORDS)) return count;
  }
  return words.length;
}

export const contentOf = (words: readonly string[]): string => JSON.stringify(words);

/** The words in an event of a stranger; none where it is no batch. */
export function wordsIn(content: string): string[] {
  const words = readJson(content);
  if (!Array.isArray(words)) return [];
  return words.filter((word) => typeof word === 'string').slice(0, MOST_WORDS);
}

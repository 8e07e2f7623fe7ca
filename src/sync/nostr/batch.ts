/** Characters of one event; relays commonly take 64 KB with all around it. */
const LONGEST_CONTENT = 32 * 1024;
const MOST_WORDS = 64;

/** Words that go to one topic, in as few events as will hold them: relays count events. */
export function contentsOf(words: readonly string[]): string[] {
  const contents: string[] = [];
  let batch: string[] = [];
  let size = 0;
  for (const word of words) {
    const isFull = size + word.length > LONGEST_CONTENT || batch.length === MOST_WORDS;
    if (batch.length > 0 && isFull) {
      contents.push(JSON.stringify(batch));
      batch = [];
      size = 0;
    }
    batch.push(word);
    size += word.length;
  }
  if (batch.length > 0) contents.push(JSON.stringify(batch));
  return contents;
}

/** The words in an event of a stranger; none where it is no batch. */
export function wordsIn(content: string): string[] {
  try {
    const words: unknown = JSON.parse(content);
    if (!Array.isArray(words)) return [];
    return words.filter((word) => typeof word === 'string').slice(0, MOST_WORDS);
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}

import type { LanguageData } from './language-data.ts';
import type { Spell } from './reading.ts';

/** All that comes of a word by leaving one letter out. */
const shorter = (word: string): string[] =>
  Array.from(word, (_, i) => word.slice(0, i) + word.slice(i + 1));

/** Whether one letter was forgotten, doubled, mistaken or swapped with its neighbour. */
function isOneSlip(typed: string, meant: string): boolean {
  if (Math.abs(typed.length - meant.length) > 1) return false;
  if (typed.length > meant.length) return shorter(typed).includes(meant);
  if (typed.length < meant.length) return shorter(meant).includes(typed);
  const different = Array.from(typed, (letter, i) => (letter === meant[i] ? -1 : i)).filter(
    (i) => i >= 0,
  );
  const [first = 0, second = 0] = different;
  const isSwap =
    different.length === 2 &&
    second === first + 1 &&
    typed[first] === meant[second] &&
    typed[second] === meant[first];
  return isSwap;
}

/** "isn't", "what's": what an ending stands for after a word of the list that it names, or after any. */
function endingsOf({ endings, lists }: LanguageData): (word: string) => readonly string[] | null {
  const all = Object.entries(endings).map(([ending, rule]) => {
    const [list = '', ...meant] = rule.split(' ');
    return { ending, stems: lists[list]?.split('|'), meant };
  });
  return (word) => {
    for (const { ending, stems, meant } of all) {
      const stem = word.slice(0, -ending.length);
      if (!word.endsWith(ending) || stem === '') continue;
      if (stems === undefined || stems.includes(stem)) return [stem, ...meant];
    }
    return null;
  };
}

/** How a language reads a word, typing errors in function words forgiven. */
export function speller(data: LanguageData): Spell {
  const known = new Map(
    Object.entries(data.spelledOut).map(([typed, meant]) => [
      typed,
      meant.split(' ').filter(Boolean),
    ]),
  );
  const functionWords = data.forgiven.split('|');
  const others = new Set([...functionWords, ...data.notForgiven.split('|')]);
  const shortened = endingsOf(data);
  const remembered = new Map<string, readonly string[]>();

  function spell(word: string): readonly string[] {
    const whole = known.get(word) ?? shortened(word);
    if (whole !== null) return whole;
    if (word.length < 4 || word.length > 9 || others.has(word)) return [word];
    const meant = functionWords.find((candidate) => isOneSlip(word, candidate));
    return [meant ?? word];
  }

  return (word) => {
    const before = remembered.get(word);
    if (before !== undefined) return before;
    const result = spell(word);
    if (remembered.size < 2000) remembered.set(word, result);
    return result;
  };
}

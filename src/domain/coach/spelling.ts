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

/** How a language reads a word, typing errors in function words forgiven. */
export function speller({ spelledOut, forgiven, notForgiven }: LanguageData): Spell {
  const known = new Map(
    Object.entries(spelledOut).map(([typed, meant]) => [typed, meant.split(' ')]),
  );
  const functionWords = forgiven.split('|');
  const others = new Set([...functionWords, ...notForgiven.split('|')]);
  const remembered = new Map<string, readonly string[]>();

  function spell(word: string): readonly string[] {
    const whole = known.get(word);
    if (whole !== undefined) return whole;
    const [, stem = '', end = ''] = /^(.+)('s|'re|'ve|'ll|'d)$/.exec(word) ?? [];
    if (stem !== '') return [...spell(stem), ...(known.get(end) ?? [end])];
    if (word.length < 4 || word.length > 9 || others.has(word)) return [word];
    const meant = functionWords.find(
      (candidate) => candidate.length >= 4 && isOneSlip(word, candidate),
    );
    return meant === undefined ? [word] : [meant];
  }

  return (word) => {
    const before = remembered.get(word);
    if (before !== undefined) return before;
    const result = spell(word);
    if (remembered.size < 2000) remembered.set(word, result);
    return result;
  };
}

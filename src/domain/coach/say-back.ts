import type { Language } from './language.ts';

/** More is no longer a reflection. */
const most = 3;

const word = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu;

/**
 * Up to three words of somebody that are worth saying back to them, as they wrote them and in their order; neighbours
 * stand together. None where the text is not in this language.
 */
export function wordsToSayBack(text: string, language: Language): string[] {
  const words = [...text.slice(0, 1000).matchAll(word)].map(({ 0: said, index }) => ({
    said,
    norm: said.toLowerCase().replaceAll('’', "'"),
    from: index,
    to: index + said.length,
  }));
  if (!words.some(({ norm }) => language.isPlain(norm))) return [];
  const telling = words.filter(({ norm }) => norm.length > 2 && !language.isPlain(norm));
  const chosen = new Set(
    [...new Map(telling.map((one) => [one.norm, one])).values()]
      .sort((a, b) => b.norm.length - a.norm.length)
      .slice(0, most),
  );
  const phrases: string[] = [];
  let end = -1;
  for (const one of words.filter((other) => chosen.has(other))) {
    const isNext = end !== -1 && /^\s+$/.test(text.slice(end, one.from));
    phrases.push(isNext ? `${phrases.pop() ?? ''} ${one.said}` : one.said);
    end = one.to;
  }
  return phrases;
}

/** Text in pieces; those that were searched for are marked. */
export interface Piece {
  readonly text: string;
  readonly isMarked: boolean;
}

/** How many signs of the text stand before the first word that was met, and in all. */
const BEFORE = 60;
const LENGTH = 170;

/** The part of a text in which the terms are first met, with the terms marked. */
export function excerptOf(text: string, terms: readonly string[]): readonly Piece[] {
  // Letters and digits only: nothing in them means something else in a pattern.
  const words = terms.filter((term) => /^[\p{L}\p{N}]+$/u.test(term));
  const met = words.length > 0 ? wordsIn(words) : null;
  const first = met ? text.search(met) : -1;
  const from = first > BEFORE ? text.indexOf(' ', first - BEFORE) + 1 : 0;
  const cut = text.slice(from, from + LENGTH);
  const end = from + LENGTH < text.length ? cut.lastIndexOf(' ') : cut.length;
  const shown = `${from > 0 ? '… ' : ''}${cut.slice(0, end)}${from + end < text.length ? ' …' : ''}`;
  return met ? split(shown, met) : [{ text: shown, isMarked: false }];
}

const wordsIn = (words: readonly string[]): RegExp =>
  RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})(?![\\p{L}\\p{N}])`, 'giu');

function split(text: string, met: RegExp): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { 0: word, index } of text.matchAll(met)) {
    if (index > at) pieces.push({ text: text.slice(at, index), isMarked: false });
    pieces.push({ text: word, isMarked: true });
    at = index + word.length;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), isMarked: false });
  return pieces;
}

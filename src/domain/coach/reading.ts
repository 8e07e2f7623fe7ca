import type { Span } from './verdict.ts';

/** One word or sign as the rules read it: small letters, spelled out, typing errors mended. */
export interface Token extends Span {
  readonly norm: string;
}

export interface Sentence {
  readonly tokens: readonly Token[];
  /** The tokens with one space between them: what patterns are matched against. */
  readonly line: string;
  /** Where each token begins in `line`. */
  readonly places: readonly number[];
  readonly mark: '?' | '!' | '.' | '';
}

/** How a word is read: `['do', 'not']` for "don't". */
export type Spell = (word: string) => readonly string[];

/** Nobody asks in more: of a longer text the end is read, where a question would be. */
const longestRead = 4000;
/** A sentence longer than this is read as several. */
const longestSentence = 120;

const sign =
  /<\/?[a-z][^<>]{0,120}>|&[a-z]{2,6};|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’´`][\p{L}]+)*|[?!.…,;:()–—¿？。\n]|-{2,}|-(?=\s|$)|\s-(?=\S)/giu;
const quoted = /["“”„«»][^"“”„«»\n]{1,200}["“”„«»]/gu;

const endings: Readonly<Record<string, Sentence['mark']>> = {
  '?': '?',
  '？': '?',
  '!': '!',
  '.': '.',
  '…': '.',
  '。': '.',
  '\n': '.',
};

const pauses: Readonly<Record<string, string>> = {
  ',': ',',
  ';': ',',
  ':': ':',
  '(': ',',
  ')': ',',
};

function sentenceOf(tokens: readonly Token[], mark: Sentence['mark']): Sentence {
  const places: number[] = [];
  let line = '';
  for (const { norm } of tokens) {
    if (line !== '') line += ' ';
    places.push(line.length);
    line += norm;
  }
  return { tokens, line, places, mark };
}

/** Where somebody else is quoted. What stands there is not asked now. */
function quotations(text: string): Span[] {
  return [...text.matchAll(quoted)].flatMap(({ 0: found, index }) => {
    const isAll = found.length > text.trim().length - 3;
    return isAll ? [] : [{ start: index, end: index + found.length }];
  });
}

/** Reads a text as sentences. It takes anything, and time that grows with the length only. */
export function read(text: string, spell: Spell): Sentence[] {
  const from = Math.max(0, text.length - longestRead);
  const part = text.slice(from);
  const quotes = quotations(part);
  const sentences: Sentence[] = [];
  let tokens: Token[] = [];
  let quote = 0;

  const end = (mark: Sentence['mark']): void => {
    if (tokens.some(({ norm }) => /[\p{L}\p{N}]/u.test(norm)))
      sentences.push(sentenceOf(tokens, mark));
    // "What?!" and "Why??" end one sentence.
    else if (mark === '?' && sentences.length > 0 && tokens.length === 0) {
      const last = sentences.pop();
      if (last !== undefined) sentences.push({ ...last, mark });
    }
    tokens = [];
  };

  for (const { 0: found, index } of part.matchAll(sign)) {
    while ((quotes[quote]?.end ?? Infinity) <= index) quote += 1;
    const inQuote = (quotes[quote]?.start ?? Infinity) <= index;
    const span = { start: from + index, end: from + index + found.length };
    if (inQuote) {
      if (tokens.at(-1)?.norm !== 'quote') tokens.push({ norm: 'quote', ...span });
      continue;
    }
    const mark = endings[found];
    if (mark !== undefined) end(mark);
    else if (/^[<&]/.test(found)) continue;
    else if (/^[\p{L}\p{N}]/u.test(found))
      for (const norm of spell(found.toLowerCase().replace(/[’´`]/g, "'")))
        tokens.push({ norm, ...span });
    else tokens.push({ norm: pauses[found] ?? '-', ...span });
    if (tokens.length >= longestSentence) end('');
  }
  end('');
  return sentences;
}

/** The part of the text that a stretch of the line stands for. */
export function spanIn(sentence: Sentence, from: number, to: number): Span {
  const { tokens, places } = sentence;
  const inside = tokens.filter((token, i) => {
    const place = places[i] ?? 0;
    return place + token.norm.length > from && place < to;
  });
  const whole = inside.length > 0 ? inside : tokens;
  return { start: whole[0]?.start ?? 0, end: whole.at(-1)?.end ?? 0 };
}

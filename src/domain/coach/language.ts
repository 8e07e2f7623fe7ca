import type { LanguageData, LearntKind } from './language-data.ts';
import { modelOf, type Model } from './model.ts';
import { patternsOf, type Grammar, type Rules } from './patterns.ts';
import type { Spell } from './reading.ts';
import { speller } from './spelling.ts';

/** A language made ready for asking often. Its patterns are made when they are first needed. */
export interface Language {
  readonly spell: Spell;
  readonly grammar: Grammar;
  readonly rules: Rules;
  readonly models: Readonly<Record<LearntKind, Model | null>>;
  /** Whether this is a word that only this language uses so: an article, a pronoun, an auxiliary. */
  readonly isFunctionWord: (word: string) => boolean;
  /** Whether a word says little by itself. */
  readonly isPlain: (word: string) => boolean;
}

export function languageOf(data: LanguageData): Language {
  const lists = ['aux', 'pron', 'det', 'wh'].map((list) => data.lists[list] ?? '');
  const functionWords = new Set([...lists, data.forgiven].flatMap((list) => list.split('|')));
  const plainWords = new Set([...functionWords, ...(data.lists['plain'] ?? '').split('|')]);
  for (const word of data.sharedWords.split('|')) functionWords.delete(word);
  return {
    spell: speller(data),
    ...patternsOf(data),
    models: {
      'why-blame': modelOf(data.models['why-blame']),
      leading: modelOf(data.models.leading),
    },
    isFunctionWord: (word) => functionWords.has(word),
    isPlain: (word) => plainWords.has(word),
  };
}

import { classify } from '../domain/coach/classify.ts';
import { languageOf } from '../domain/coach/language.ts';
import { notesOf } from '../domain/coach/notes.ts';
import { parseLanguage, parseRewrites } from '../domain/coach/parse-language.ts';
import { wordsToSayBack } from '../domain/coach/say-back.ts';
import { needBehind, suggest } from '../domain/coach/suggest.ts';
import type { FindingKind } from '../domain/coach/verdict.ts';
import type { Phase } from '../domain/format.ts';
import type { Coach } from './coach.ts';

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Markup, control characters, and signs that turn the way in which a line is read. */
const unseen = /[<>\p{Cc}\u202a-\u202e\u2066-\u2069]/u;

/**
 * The coach that a language's two files describe: what it hears, and what it says to that. `null` where they describe
 * none.
 */
export function coachOf(hears: unknown, says: unknown): Coach | null {
  if (!isRecord(hears) || !isRecord(says)) return null;
  const data = parseLanguage(hears['words'], hears['grammar'], hears['rules'], hears['model']);
  if (data === null) return null;
  const language = languageOf(data);
  const rewrites = parseRewrites(says['rewrites']);
  const sentences = isRecord(says['words']) ? says['words'] : {};
  const words = (key: string): string => {
    const said = sentences[key];
    return typeof said === 'string' ? said : '';
  };

  const sampleOf = (kind: FindingKind, text: string, phase: Phase): string | null => {
    const hear = (said: string) => classify(said, { language, phase });
    const { sample: ours } = suggest(kind, text, hear(text), language, rewrites);
    // What is not meant to be seen moves into no example, however harmless it is there.
    const sample = ours !== null && unseen.test(ours) ? (rewrites.gap[kind] ?? null) : ours;
    // One trap may stand in another: of "Have you tried yoga? And why did you stop?" the first is no better alone.
    const [left] = sample === null || sample.includes('…') ? [] : notesOf(hear(sample));
    if (sample === null || left === undefined) return sample;
    return suggest(left.kind, sample, hear(sample), language, rewrites).sample;
  };

  const coach: Coach = {
    classify: (text, phase) => classify(text, { language, phase }),
    notes: (text, phase) =>
      notesOf(coach.classify(text, phase)).flatMap(({ kind, span, reason }) => {
        const because = words(`coach.reason.${reason}`);
        const short = words(`coach.short.${kind}`);
        if (because === '' || short === '') return [];
        return [{ kind, span, short, because, ...coach.suggest(kind, text, phase) }];
      }),
    suggest: (kind, text, phase) => ({
      recipe: words(`coach.recipe.${kind}`),
      sample: sampleOf(kind, text, phase),
    }),
    unadvise: (advice) => ({
      recipe: words('coach.recipe.advice'),
      sample: needBehind(advice, language, rewrites) || null,
    }),
    wordsToSayBack: (text) => wordsToSayBack(text, language),
  };
  return coach;
}

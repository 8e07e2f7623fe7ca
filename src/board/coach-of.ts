import { classify } from '../domain/coach/classify.ts';
import { languageOf } from '../domain/coach/language.ts';
import { notesOf } from '../domain/coach/notes.ts';
import { parseLanguage, parseRewrites } from '../domain/coach/parse-language.ts';
import { suggest } from '../domain/coach/suggest.ts';
import type { Coach } from './coach.ts';

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** The coach that a language's file describes; `null` where it describes none. */
export function coachOf(file: unknown): Coach | null {
  if (!isRecord(file)) return null;
  const data = parseLanguage(file['words'], file['grammar'], file['rules'], file['model']);
  if (data === null) return null;
  const language = languageOf(data);
  const rewrites = parseRewrites(file['rewrites']);
  const says = isRecord(file['says']) ? file['says'] : {};
  const words = (key: string): string => {
    const said = says[key];
    return typeof said === 'string' ? said : '';
  };

  const coach: Coach = {
    classify: (text, phase) => classify(text, { language, phase }),
    notes: (text, phase) =>
      notesOf(coach.classify(text, phase)).flatMap(({ kind, span, reason }) => {
        const because = words(`coach.reason.${reason}`);
        return because === '' ? [] : [{ kind, span, because, ...coach.suggest(kind, text, phase) }];
      }),
    suggest: (kind, text, phase) => ({
      recipe: words(`coach.recipe.${kind}`),
      sample: suggest(kind, text, coach.classify(text, phase), language, rewrites).sample,
    }),
  };
  return coach;
}

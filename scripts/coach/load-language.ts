import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { languageOf, type Language } from '../../src/domain/coach/language.ts';
import type { Rewrites } from '../../src/domain/coach/suggest.ts';
import { parseLanguage, parseRewrites } from '../../src/domain/coach/parse-language.ts';

const content = join(import.meta.dirname, '../../content/coach');

/** Sample rewrites of a language that has them. */
export const loadRewrites = (locale: string): Rewrites =>
  parseRewrites(JSON.parse(readFileSync(join(content, locale, 'rewrites.json'), 'utf8')));

/** What the coach knows of a language, or `null` when there are no rules for it. */
export function loadLanguage(locale: string): Language | null {
  const folder = join(content, locale);
  if (!/^[a-z]{2,3}(-[A-Z]{2})?$/.test(locale) || !existsSync(folder)) return null;
  const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'));
  const data = parseLanguage(
    read('words.json'),
    read('grammar.json'),
    read('rules.json'),
    existsSync(join(folder, 'model.json')) ? read('model.json') : null,
  );
  return data === null ? null : languageOf(data);
}

import type { APIRoute, GetStaticPaths } from 'astro';
import { getCollection, getEntry } from 'astro:content';
import { parseLanguage } from '../../domain/coach/parse-language.ts';
import { coach } from '../../i18n/en/coach.ts';

/** The coach of each language that has rules: a file of its own, fetched when somebody first needs it. */
export const getStaticPaths: GetStaticPaths = async () =>
  (await getCollection('coachWords')).map(({ id }) => {
    const locale = id.replace(/\/.*/, '');
    return { params: { locale } };
  });

async function dataOf(locale: string) {
  const [words, grammar, rules, model, rewrites] = await Promise.all([
    getEntry('coachWords', `${locale}/words`),
    getEntry('coachGrammar', `${locale}/grammar`),
    getEntry('coachRules', `${locale}/rules`),
    getEntry('coachModel', `${locale}/model`),
    getEntry('coachRewrites', `${locale}/rewrites`),
  ]);
  const missing = (name: string): never => {
    throw new Error(`content/coach/${locale}/${name}.json is missing`);
  };
  return {
    words: words?.data ?? missing('words'),
    grammar: grammar?.data ?? missing('grammar'),
    rules: rules?.data ?? missing('rules'),
    // A language may do without.
    model: model?.data ?? null,
    rewrites: rewrites?.data ?? missing('rewrites'),
  };
}

export const GET: APIRoute = async ({ params: { locale = '' } }) => {
  const data = await dataOf(locale);
  const { words, grammar, rules, model } = data;
  if (parseLanguage(words, grammar, rules, model) === null)
    throw new Error(`content/coach/${locale} is no language that the coach can read`);
  const says: Readonly<Record<string, string>> = Object.fromEntries(
    Object.entries(coach).filter(([key]) => /^coach\.(reason|recipe)\./.test(key)),
  );
  for (const { reason } of Object.values(rules).flat())
    if (says[`coach.reason.${reason}`] === undefined)
      throw new Error(`content/coach/${locale}/rules.json: no words for the reason ${reason}`);
  return new Response(JSON.stringify({ ...data, says }));
};

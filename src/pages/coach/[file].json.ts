import type { APIRoute, GetStaticPaths } from 'astro';
import { getCollection, getEntry } from 'astro:content';
import { parseLanguage } from '../../domain/coach/parse-language.ts';
import { coach } from '../../i18n/en/coach.ts';

/** The coach of each language that has rules: `en.json` hears, `en-says.json` has the words for it. */
export const getStaticPaths: GetStaticPaths = async () =>
  (await getCollection('coachWords')).flatMap(({ id }) => {
    const locale = id.replace(/\/.*/, '');
    return [
      { params: { file: locale }, props: { locale, part: 'hears' } },
      { params: { file: `${locale}-says` }, props: { locale, part: 'says' } },
    ];
  });

const missing = (locale: string, name: string): never => {
  throw new Error(`content/coach/${locale}/${name}.json is missing`);
};

async function hears(locale: string) {
  const [words, grammar, rules, model] = await Promise.all([
    getEntry('coachWords', `${locale}/words`),
    getEntry('coachGrammar', `${locale}/grammar`),
    getEntry('coachRules', `${locale}/rules`),
    getEntry('coachModel', `${locale}/model`),
  ]);
  const data = {
    words: words?.data ?? missing(locale, 'words'),
    grammar: grammar?.data ?? missing(locale, 'grammar'),
    rules: Object.fromEntries(
      Object.entries(rules?.data ?? missing(locale, 'rules')).map(([kind, groups]) => [
        kind,
        groups.map(({ patterns, except, ...rest }) => ({
          ...rest,
          // Names of rules are for those who mend them: a list takes less room on the way.
          patterns: Object.values(patterns),
          ...(except && { except: Object.values(except) }),
        })),
      ]),
    ),
    // A language may do without.
    model: model?.data ?? null,
  };
  if (parseLanguage(data.words, data.grammar, data.rules, data.model) === null)
    throw new Error(`content/coach/${locale} is no language that the coach can read`);
  return data;
}

async function says(locale: string) {
  const rules = await getEntry('coachRules', `${locale}/rules`);
  const rewrites = await getEntry('coachRewrites', `${locale}/rewrites`);
  const words: Readonly<Record<string, string>> = coach;
  for (const { reason } of Object.values(rules?.data ?? missing(locale, 'rules')).flat())
    if (words[`coach.reason.${reason}`] === undefined)
      throw new Error(`content/coach/${locale}/rules.json: no words for the reason ${reason}`);
  return { words, rewrites: rewrites?.data ?? missing(locale, 'rewrites') };
}

export const GET: APIRoute<{ locale: string; part: string }> = async ({ props }) => {
  const { locale, part } = props;
  const data = part === 'hears' ? await hears(locale) : await says(locale);
  return new Response(JSON.stringify(data));
};

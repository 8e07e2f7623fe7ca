import { getCollection, getEntry } from 'astro:content';
import type { APIRoute, GetStaticPaths } from 'astro';
import { everyNorm } from '../../components/norms/library.ts';
import { parseNormWords } from '../../domain/vague.ts';

/** All norms of a language with its words, for a circle that agrees on some: fetched when somebody first does. */
export const getStaticPaths: GetStaticPaths = async () =>
  (await getCollection('normWords')).map(({ id: locale }) => ({ params: { locale } }));

export const GET: APIRoute = async ({ params: { locale = '' } }) => {
  const words = await getEntry('normWords', locale);
  if (parseNormWords(words?.data) === null)
    throw new Error(`content/norm-words/${locale}.json lacks a pattern, or one is wrong`);
  const norms = (await everyNorm(locale)).map(({ name, text, why, looksLike, slipLine }) => ({
    name,
    text,
    why,
    looksLike,
    slipLine,
  }));
  return new Response(JSON.stringify({ norms, words: words?.data }), {
    headers: { 'Content-Type': 'application/json' },
  });
};

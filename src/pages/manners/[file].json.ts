import type { APIRoute, GetStaticPaths } from 'astro';
import { getCollection } from 'astro:content';

/** How the made-up presenters of a language hear; what they say to it is in the pages. */
export const getStaticPaths: GetStaticPaths = async () =>
  (await getCollection('manners')).map(({ id, data: { words, patterns } }) => ({
    params: { file: id.replace(/\/.*/, '') },
    props: { words, patterns },
  }));

export const GET: APIRoute<{ words: object; patterns: object }> = ({ props }) =>
  new Response(JSON.stringify(props));

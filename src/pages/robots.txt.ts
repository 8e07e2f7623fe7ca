import type { APIRoute } from 'astro';
import { href } from '../components/site/href.ts';

/** All may be read by search engines; a circle's page holds nothing to read. */
export const GET: APIRoute = ({ site }) => {
  const map = site && new URL(href('/sitemap-index.xml'), site).href;
  const lines = ['User-agent: *', 'Allow: /', ...(map ? [`Sitemap: ${map}`] : [])];
  return new Response(`${lines.join('\n')}\n`);
};

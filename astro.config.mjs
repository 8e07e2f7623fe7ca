// @ts-check
import { fileURLToPath } from 'node:url';
import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import svelte from '@astrojs/svelte';
import { defineConfig } from 'astro/config';
import { chunks, fewerPreloads } from './integrations/chunks.ts';
import { searchIndex } from './integrations/search-index.ts';
import { serviceWorker } from './integrations/service-worker.ts';
import { modulePreload } from './integrations/module-preload.ts';
import { preloadByHash } from './integrations/preload-by-hash.ts';
import { rendezvous } from './integrations/rendezvous.ts';
import { stylePage } from './integrations/style-page.ts';
import { tightPolicy } from './integrations/tight-policy.ts';

/** `SITE_BASE=/toolkit/ npm start` serves the site below that path. */
const base = process.env['SITE_BASE'] ?? '/';

/** `SITE_URL=https://askwell.example npm run build`: search engines and shared links then know the whole address. */
const site = process.env['SITE_URL'];
/** Pages that say something only to whoever comes with a link or a circle. */
const isPersonal = /\/(?:circle|norms\/shortlist)\/$/;

export default defineConfig({
  base,
  ...(site && { site }),
  integrations: [
    svelte(),
    mdx(),
    rendezvous(),
    ...(site ? [sitemap({ filter: (page) => !isPersonal.test(page) })] : []),
    modulePreload(),
    preloadByHash('circle/index.html', 'try', {
      there: ['Rehearsal', 'Session', 'parts', 'end', 'Arrive', 'living-parts'],
      elsewhere: ['webrtc-link', 'open-link', 'config', 'services'],
    }),
    stylePage(),
    tightPolicy(),
    searchIndex(),
    serviceWorker(),
  ],
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never' },
  vite: {
    plugins: [fewerPreloads],
    build: {
      rolldownOptions: { output: { codeSplitting: { groups: [...chunks] } } },
    },
    resolve: {
      alias: {
        // What y-webrtc uses of it, without the streams for Node: a sixth of the bytes.
        'simple-peer/simplepeer.min.js': 'simple-peer-light',
        // Dexie's own build for browsers of this decade; its default entry is the one for old ones.
        dexie: 'dexie/dist/modern/dexie.min.mjs',
        'lib0/logging': fileURLToPath(import.meta.resolve('./src/document/no-log.ts')),
      },
    },
  },
  markdown: { syntaxHighlight: false },
  security: {
    csp: {
      directives: [
        "default-src 'self'",
        "connect-src 'self' wss:",
        "img-src 'self' data:",
        "font-src 'self'",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
      ],
    },
  },
});

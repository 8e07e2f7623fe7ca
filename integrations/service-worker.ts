import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { generateSW } from 'workbox-build';

/** Hosts may change it without a build, so it is asked for before the kept copy is used. */
const CONFIG = 'config.json';

/**
 * Writes `sw.js`: it keeps every page with all it needs, so that the site opens offline from the
 * second visit. A new version waits until a page sends `{ type: 'SKIP_WAITING' }`.
 */
export function serviceWorker(): AstroIntegration {
  let base = '/';
  return {
    name: 'service-worker',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/?$/, '/');
      },
      'astro:build:done': async ({ dir, logger }) => {
        const site = fileURLToPath(dir);
        const { count, size, warnings } = await generateSW({
          ...kept(site, base),
          additionalManifestEntries: await configOf(site, base),
          runtimeCaching: [pagesOf(base), configFirst(base)],
        });
        warnings.forEach((warning) => logger.warn(warning));
        logger.info(`${count} files, ${Math.round(size / 1024)} KiB, open offline`);
      },
    },
  };
}

function kept(site: string, base: string) {
  return {
    swDest: join(site, 'sw.js'),
    globDirectory: site,
    globPatterns: [
      '**/*.{html,css,js,woff2,svg,png,webmanifest}',
      '{coach,find,manners,norms}/*.json',
    ],
    modifyURLPrefix: { '': base },
    // A page is the same page whatever was searched for, and wherever the link to it stood.
    ignoreURLParametersMatching: [/^q$/, /^utm_/, /^fbclid$/],
    dontCacheBustURLsMatching: /\/_astro\//,
    inlineWorkboxRuntime: true,
    sourcemap: false,
    cleanupOutdatedCaches: true,
    clientsClaim: true,
    skipWaiting: false,
  };
}

/** The built configuration under a second address, which only `configFirst` asks for. */
async function configOf(site: string, base: string) {
  const bytes = await readFile(join(site, CONFIG));
  const revision = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
  return [{ url: `${base}${CONFIG}?kept`, revision }];
}

function configFirst(base: string) {
  return {
    urlPattern: new RegExp(`^https?://[^/]+${RegExp.escape(base + CONFIG)}$`),
    handler: 'NetworkFirst',
    options: {
      cacheName: 'config',
      networkTimeoutSeconds: 3,
      precacheFallback: { fallbackURL: `${base}${CONFIG}?kept` },
    },
  } as const;
}

/** A page that is not kept and cannot be fetched is told so by the page for lost addresses. */
function pagesOf(base: string) {
  return {
    urlPattern: ({ request }: { request: Request }) => request.mode === 'navigate',
    handler: 'NetworkOnly',
    options: { precacheFallback: { fallbackURL: `${base}404.html` } },
  } as const;
}

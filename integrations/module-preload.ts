import { readFile, writeFile } from 'node:fs/promises';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { BuiltSite, partsOf } from '../scripts/sizes/built-page.ts';

/**
 * Names in each page the modules that its script imports, so that a browser asks for all of them at once rather than
 * only when it has read the script. Astro does so for islands, not for scripts in a page.
 */
export function modulePreload(): AstroIntegration {
  let base = '/';
  return {
    name: 'module-preload',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/?$/, '/');
      },
      'astro:build:done': async ({ dir }) => {
        const folder = fileURLToPath(dir);
        const site = new BuiltSite(folder, base);
        for (const page of globSync('**/*.html', { cwd: folder })) {
          const file = join(folder, page);
          const html = await readFile(file, 'utf8');
          await writeFile(file, html.replace('</head>', `${linksFor(html, site)}</head>`));
        }
      },
    },
  };
}

function linksFor(html: string, site: BuiltSite): string {
  const { scripts } = partsOf(html);
  return [...site.modules(scripts, { onDemand: false })]
    .map((each) => new URL(each).pathname)
    .filter((path) => !scripts.includes(path))
    .map((path) => `<link rel="modulepreload" href="${path}">`)
    .join('');
}

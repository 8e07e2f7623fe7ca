import { readFile, writeFile } from 'node:fs/promises';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { BuiltSite, partsOf } from '../scripts/sizes/built-page.ts';

/**
 * Names in each page the modules that its script imports, so that a browser asks for all of them at once rather than
 * only when it has read the script. Astro does so for islands, not for scripts in a page.
 * @param soon chunks that a page surely imports on demand as soon as it runs: they come after all else, but are there
 * when they are asked for
 */
export function modulePreload(
  soon: Readonly<Record<string, readonly string[]>> = {},
): AstroIntegration {
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
          const chunks = (soon[page] ?? []).map((name) => addressOf(name, folder, base));
          await writeFile(file, html.replace('</head>', `${linksFor(html, site, chunks)}</head>`));
        }
      },
    },
  };
}

function linksFor(html: string, site: BuiltSite, soon: readonly string[]): string {
  const { scripts } = partsOf(html);
  const pathsOf = (entries: readonly string[]): string[] =>
    [...site.modules(entries, { onDemand: false })].map((each) => new URL(each).pathname);
  const atOnce = pathsOf(scripts);
  const later = pathsOf(soon).filter((path) => !atOnce.includes(path));
  return [
    ...atOnce
      .filter((path) => !scripts.includes(path))
      .map((path) => `<link rel="modulepreload" href="${path}">`),
    ...later.map((path) => `<link rel="modulepreload" fetchpriority="low" href="${path}">`),
  ].join('');
}

/** The address of the chunk of this name. Throws where the build has made none, or several. */
function addressOf(name: string, folder: string, base: string): string {
  const found = globSync(`_astro/${name}.*.js`, { cwd: folder });
  const [path] = found;
  if (path === undefined || found.length > 1) {
    throw new Error(`module-preload: ${found.length} chunks are called ${name}`);
  }
  return `${base}${path}`;
}

import { createHash } from 'node:crypto';
import { globSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { BuiltSite, partsOf } from '../scripts/sizes/built-page.ts';

/**
 * Where the address of a page ends with this hash, a browser asks for these chunks, with all that they import, while it
 * reads the page rather than when the page's script has run. The page's policy allows the few words that see to it.
 * @param page below the built site
 */
export function preloadByHash(
  page: string,
  hash: string,
  names: readonly string[],
): AstroIntegration {
  let base = '/';
  return {
    name: 'preload-by-hash',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/?$/, '/');
      },
      'astro:build:done': async ({ dir }) => {
        const folder = fileURLToPath(dir);
        const path = join(folder, page);
        const html = await readFile(path, 'utf8');
        const site = new BuiltSite(folder, base);
        const atOnce = site.modules(partsOf(html).scripts, { onDemand: false });
        const entries = names.map((name) => {
          const [file, ...others] = globSync(`_astro/${name}.*.js`, { cwd: folder });
          if (file === undefined || others.length > 0)
            throw new Error(`preload-by-hash: there is not exactly one chunk ${name}`);
          return `${base}${file}`;
        });
        const files = [...site.modules(entries, { onDemand: false })]
          .filter((address) => !atOnce.has(address))
          .map((address) => basename(new URL(address).pathname, '.js'));
        await writeFile(path, withPreload(html, hash, `${base}_astro/`, files));
      },
    },
  };
}

const policy = /(<meta http-equiv="content-security-policy"[^>]*script-src 'self')([^>]*>)/;

/** A page that preloads these files, named without their ending. Throws where its policy could not allow it. */
export function withPreload(
  html: string,
  hash: string,
  folder: string,
  files: readonly string[],
): string {
  const script = `if(location.hash=="#${hash}")for(let f of"${files.join(' ')}".split(" ")){let l=document.createElement("link");l.rel="modulepreload";l.href="${folder}"+f+".js";document.head.append(l)}`;
  const allowed = createHash('sha256').update(script).digest('base64');
  if (!policy.test(html)) throw new Error('preload-by-hash: the page has no policy for scripts');
  // It has to stand behind the policy, and before style sheets, for which a script would wait.
  return html.replace(
    policy,
    (_, before: string, after: string) =>
      `${before} 'sha256-${allowed}'${after}<script>${script}</script>`,
  );
}

import { createHash } from 'node:crypto';
import { globSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** Names of chunks that a page imports on demand as soon as it runs, each without what it imports. */
interface Soon {
  /** Where the address ends with the hash: what is seen first. */
  readonly there: readonly string[];
  /** Everywhere else: they come after all that the page imports at once. */
  readonly elsewhere: readonly string[];
}

/**
 * A browser asks for chunks while it reads a page rather than when the page's script has run, and which these are
 * depends on how the address ends. The page's policy allows the few words that see to it.
 * @param page below the built site
 */
export function preloadByHash(page: string, hash: string, soon: Soon): AstroIntegration {
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
        const filesOf = (names: readonly string[]): string[] => names.map(fileIn(folder));
        const files = { there: filesOf(soon.there), elsewhere: filesOf(soon.elsewhere) };
        await writeFile(path, withPreload(html, hash, `${base}_astro/`, files));
      },
    },
  };
}

/** The file of a chunk, without its ending. Throws where the build has made none, or several. */
const fileIn =
  (folder: string) =>
  (name: string): string => {
    const [file, ...others] = globSync(`_astro/${name}.*.js`, { cwd: folder });
    if (file === undefined || others.length > 0)
      throw new Error(`preload-by-hash: there is not exactly one chunk ${name}`);
    return basename(file, '.js');
  };

const policy = /(<meta http-equiv="content-security-policy"[^>]*script-src 'self')([^>]*>)/;

/** A page that preloads these files, named without their ending. Throws where its policy could not allow it. */
export function withPreload(html: string, hash: string, folder: string, files: Soon): string {
  const script = [
    `let o=location.hash=="#${hash}"`,
    `for(let f of(o?"${files.there.join(' ')}":"${files.elsewhere.join(' ')}").split(" "))` +
      `{let l=document.createElement("link");l.rel="modulepreload";l.href="${folder}"+f+".js";` +
      `o||(l.fetchPriority="low");document.head.append(l)}`,
  ].join(';');
  const allowed = createHash('sha256').update(script).digest('base64');
  if (!policy.test(html)) throw new Error('preload-by-hash: the page has no policy for scripts');
  // It has to stand behind the policy, and before style sheets, for which a script would wait.
  return html.replace(
    policy,
    (_, before: string, after: string) =>
      `${before} 'sha256-${allowed}'${after}<script>${script}</script>`,
  );
}

import { globSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { sectionsOf, type Section } from './search-index/sections.ts';

/** Pages that say nothing by themselves. */
const silent = /^(?:404\.html|(?:circle|find|norms\/shortlist)\/index\.html)$/;

/**
 * Writes `find/words.json`: what every page of the site says, by its sections, for the search on `/find/`. It is one
 * small file, so that search needs no server and works offline.
 */
export function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const sections: Section[] = [];
        for (const page of globSync('**/*.html', { cwd: folder }).sort()) {
          if (silent.test(page)) continue;
          const html = await readFile(join(folder, page), 'utf8');
          sections.push(...sectionsOf(html, page.replace(/index\.html$/, '')));
        }
        const file = join(folder, 'find/words.json');
        await mkdir(dirname(file), { recursive: true });
        await writeFile(file, JSON.stringify(sections));
        logger.info(`${sections.length} sections can be found`);
      },
    },
  };
}

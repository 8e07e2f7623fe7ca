import { execFile } from 'node:child_process';
import { globSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Report } from '../scripts/bench.ts';

const execute = promisify(execFile);
const root = join(import.meta.dirname, '..');

/** How long it takes to build all pages, with nothing kept from a build before. */
export async function run(report: Report): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'askwell-build-'));
  const astro = join(root, 'node_modules/astro/bin/astro.mjs');
  const began = performance.now();
  await execute(process.execPath, [astro, 'build', '--silent', '--force', '--outDir', folder], {
    cwd: root,
  });
  report('build.time', (performance.now() - began) / 1000, 's');
  report('build.pages', globSync('**/*.html', { cwd: folder }).length, 'pages');
  await rm(folder, { recursive: true });
}

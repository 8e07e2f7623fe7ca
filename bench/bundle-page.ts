import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';

/** Writes a page that runs one script of `bench/` into a new folder, ready to be served, and returns the folder. */
export async function bundlePage(script: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'askwell-'));
  await build({
    entryPoints: [join(import.meta.dirname, script)],
    outfile: join(folder, 'page.js'),
    bundle: true,
    minify: true,
    format: 'esm',
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    logLevel: 'error',
  });
  const html = '<!doctype html><title>Bare</title><body><script type="module" src="page.js">';
  await writeFile(join(folder, 'index.html'), `${html}</script></body>`);
  await writeFile(join(folder, 'config.json'), '{ "rendezvous": ["self"] }');
  return folder;
}

import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import compression from 'compression';
import { browserFlags } from './browser-flags.ts';
import { findBrowser } from './browser.ts';
import { goals, readScores } from './lighthouse/scores.ts';
import { site } from './start/site.ts';

/**
 * Lighthouse is fetched when somebody asks for it: it brings a hundred packages along, one of which can report errors
 * to a service, and nothing else here needs them.
 */
const LIGHTHOUSE = 'lighthouse@13.5.0';

const run = promisify(execFile);
const dist = join(import.meta.dirname, '../dist');
const log = (line: string): void => console.error(line);
const answer = site({ folder: dist, base: '/', log });
// As every host of static files does.
const compress = compression();
const server = createServer((request, response) => {
  // The types of this middleware know Express only; it uses what Node's own objects have.
  Reflect.apply(compress, undefined, [request, response, () => answer(request, response)]);
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const address = server.address();
if (address === null || typeof address === 'string') throw new Error('no port was given');

const folder = await mkdtemp(join(tmpdir(), 'askwell-lighthouse-'));
let missed = 0;
for (const [page, goal] of goals) {
  const file = join(folder, 'report.json');
  const flags = `--headless=new ${browserFlags.join(' ')}`;
  await run(
    'npm',
    [
      ...['exec', '--yes', `--package=${LIGHTHOUSE}`, '--', 'lighthouse'],
      `http://127.0.0.1:${address.port}${page}`,
      ...['--quiet', '--output=json', `--output-path=${file}`, '--no-enable-error-reporting'],
      ...['--only-categories=performance,accessibility,best-practices,seo'],
      `--chrome-flags=${flags}`,
    ],
    { env: { ...process.env, CHROME_PATH: findBrowser() }, maxBuffer: 64 * 1024 * 1024 },
  );
  const report: unknown = JSON.parse(await readFile(file, 'utf8'));
  const { scores, below } = readScores(report, goal);
  missed += below.length;
  console.log(JSON.stringify({ page, ...scores, below }));
}
await rm(folder, { recursive: true });
server.close();
if (missed > 0) process.exitCode = 1;

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './browser.ts';
import { countsIn } from './run/counts.ts';
import { runStep, type Step } from './run/step.ts';

const reports = mkdtempSync(join(tmpdir(), 'askwell-'));
const unitReport = join(reports, 'unit.json');
const browserReport = join(reports, 'browser.json');

/** What needs neither a build nor a browser. */
const check: readonly Step[] = [
  { name: 'format', command: ['prettier', '--check', '--log-level', 'warn', '.'] },
  { name: 'lint', command: ['eslint', '.', '--max-warnings', '0'] },
  { name: 'audit', command: ['node', 'scripts/audit.ts'], shown: true },
  // `astro check` reads .ts and .astro; the insides of .svelte are seen by svelte-check only.
  { name: 'types', command: ['astro', 'check', '--minimumFailingSeverity', 'warning'] },
  { name: 'types in svelte', command: ['svelte-check', '--fail-on-warnings'] },
  { name: 'pure domain', command: ['tsc', '-p', 'src/domain'] },
  {
    name: 'unit tests',
    command: [
      'vitest',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile=${unitReport}`,
    ],
  },
];

const inBrowsers: readonly Step[] = [
  { name: 'build', command: ['astro', 'build'] },
  { name: 'sizes', command: ['node', 'scripts/sizes.ts'], shown: true },
  {
    name: 'browser tests',
    command: ['playwright', 'test', '--reporter=list,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: browserReport },
  },
];

async function runAll(steps: readonly Step[]): Promise<boolean> {
  for (const step of steps) if (!(await runStep(step))) return false;
  return true;
}

async function run(part: string | undefined): Promise<boolean> {
  if (part === 'check') return runAll(check);
  if (part !== 'test') throw new Error('Say which part to run: check or test.');
  // First, so that a machine without a browser says so at once.
  process.env['CHROMIUM_PATH'] = findBrowser();
  console.log(`Browser: ${process.env['CHROMIUM_PATH']}`);
  return runAll([...check, ...inBrowsers]);
}

let ok = false;
try {
  ok = await run(process.argv[2]);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
}
const [unit, browser] = [countsIn(unitReport), countsIn(browserReport)];
rmSync(reports, { recursive: true });
process.exitCode = ok ? 0 : 1;
if (!ok) console.log('Stopped at the first step that failed.');
console.log(`${unit.passed + browser.passed} passed, ${unit.failed + browser.failed} failed`);

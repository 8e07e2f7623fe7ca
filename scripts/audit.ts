import { execFile } from 'node:child_process';
import { verdictOf } from './audit/verdict.ts';

// Quick to give up: who works without a network shall not wait for it.
const patience = ['--fetch-retries=0', '--fetch-timeout=10000'];

/** Known faults are no failure of npm: its exit code says the same as its report. */
function report(): Promise<string> {
  return new Promise((resolve) => {
    execFile(
      'npm',
      ['audit', '--omit=dev', '--audit-level=high', '--json', ...patience],
      { timeout: 30_000, maxBuffer: 64 * 1024 * 1024, shell: process.platform === 'win32' },
      (_error, output) => resolve(output),
    );
  });
}

const verdict = verdictOf(await report());
if (verdict.kind === 'found') {
  console.log('Known faults in packages that the site ships (npm audit says more):');
  for (const found of verdict.packages) console.log(`  ${found}`);
  process.exitCode = 1;
} else {
  console.log(
    verdict.kind === 'clean'
      ? '  no grave fault is known in what the site ships'
      : '  skipped: no audit could be had from the package registry here',
  );
}

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { countsIn } from '../../scripts/run/counts.ts';

let folder: string;
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'askwell-'))));
afterEach(() => rm(folder, { recursive: true }));

test.each([
  ['of unit tests', { numPassedTests: 7, numFailedTests: 2 }, { passed: 7, failed: 2 }],
  [
    'of browser tests, where one that passed at a second try has failed',
    { stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 3 } },
    { passed: 5, failed: 2 },
  ],
])('a report %s is counted', async (_, report, counts) => {
  const file = join(folder, 'report.json');
  await writeFile(file, JSON.stringify(report));
  expect(countsIn(file)).toEqual(counts);
});

test('where no test has run, none has passed', () => {
  expect(countsIn(join(folder, 'nothing.json'))).toEqual({ passed: 0, failed: 0 });
});

test('a report of another kind is an error, not a count', async () => {
  const file = join(folder, 'report.json');
  await writeFile(file, '{}');
  expect(() => countsIn(file)).toThrow();
});

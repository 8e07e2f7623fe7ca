import { existsSync, readFileSync } from 'node:fs';
import * as v from 'valibot';

export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

const count = v.number();
const Vitest = v.object({ numPassedTests: count, numFailedTests: count });
const Playwright = v.object({
  stats: v.object({ expected: count, unexpected: count, flaky: count }),
});

const Report = v.union([
  v.pipe(
    Vitest,
    v.transform((report): Counts => ({
      passed: report.numPassedTests,
      failed: report.numFailedTests,
    })),
  ),
  v.pipe(
    Playwright,
    v.transform(({ stats }): Counts => ({
      passed: stats.expected,
      // A test that passed only at another try has failed once: it is not sure.
      failed: stats.unexpected + stats.flaky,
    })),
  ),
]);

/** What the JSON report of Vitest or Playwright says; nothing passed or failed where there is none. */
export function countsIn(reportFile: string): Counts {
  if (!existsSync(reportFile)) return { passed: 0, failed: 0 };
  return v.parse(Report, JSON.parse(readFileSync(reportFile, 'utf8')));
}

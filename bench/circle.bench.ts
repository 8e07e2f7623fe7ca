import { join } from 'node:path';
import type { Report } from '../scripts/bench.ts';
import { circleWith, timeToOpen } from './circle-on-disk.ts';
import { launch } from './launch.ts';
import { percentile } from './percentile.ts';
import { serve } from './serve.ts';

const runs = 7;
const median = (samples: readonly number[]): number => percentile(samples, 0.5);

/** Whether the page of six people opens after a hundred sessions and 3,000 questions as it did after the first. */
export async function run(report: Report): Promise<void> {
  const browser = await launch();
  const site = await serve(join(import.meta.dirname, '../dist'));
  const context = await browser.newContext();
  const six = { questions: 30, others: 5 };
  const [first, long] = [
    await circleWith(context, site.url, { sessions: 1, ...six }),
    await circleWith(context, site.url, { sessions: 100, ...six }),
  ];
  const times = { first: [] as number[], long: [] as number[] };
  // The first of each warms the caches of both.
  for (let i = 0; i <= runs; i += 1) {
    const [one, hundred] = [await timeToOpen(context, first), await timeToOpen(context, long)];
    if (i === 0) continue;
    times.first.push(one);
    times.long.push(hundred);
  }
  await context.close();
  await site.close();
  await browser.close();
  report('circle.open.1', median(times.first), 'ms');
  report('circle.open.100', median(times.long), 'ms');
  report('circle.open.ratio', median(times.long) / median(times.first), 'x');
}

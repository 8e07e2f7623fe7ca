import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import type { Report } from '../scripts/bench.ts';
import { circleWith, timeToOpen } from './circle-on-disk.ts';
import { launch } from './launch.ts';
import { percentile } from './percentile.ts';
import { serve } from './serve.ts';
import { bundlePage } from './bundle-page.ts';

const runs = 5;
const updates = 5000;

const median = (samples: readonly number[]): number => percentile(samples, 0.5);

/** How long this disk and y-indexeddb take to open the same 5,000 updates, each on a page of its own. */
async function coldOpen(browser: Browser, report: Report): Promise<void> {
  const folder = await bundlePage('storage-page/page.ts');
  const site = await serve(folder);
  const context = await browser.newContext();
  const onFreshPage = async <Answer>(expression: string): Promise<Answer> => {
    const page = await context.newPage();
    await page.goto(site.url);
    await page.waitForFunction('window.openTheirs');
    const answer: Answer = await page.evaluate(expression);
    await page.close();
    return answer;
  };
  await onFreshPage(`fill(${updates})`);
  const times = { openOurs: [] as number[], openTheirs: [] as number[] };
  for (let i = 0; i < runs; i += 1) {
    for (const who of ['openOurs', 'openTheirs'] as const) {
      const [ms, questions] = await onFreshPage<[number, number]>(`${who}()`);
      if (questions !== updates / 2) throw new Error(`${who} found ${questions} questions`);
      times[who].push(ms);
    }
  }
  await context.close();
  await Promise.all([site.close(), rm(folder, { recursive: true })]);
  report('storage.coldOpen', median(times.openOurs), 'ms');
  report('storage.coldOpen.yIndexeddb', median(times.openTheirs), 'ms');
  report('storage.coldOpen.ratio', median(times.openOurs) / median(times.openTheirs), 'x');
}

/** Whether a circle of two years opens like one that has met once. */
async function growth(browser: Browser, report: Report): Promise<void> {
  const site = await serve(join(import.meta.dirname, '../dist'));
  const context = await browser.newContext();
  const [few, many] = [
    await circleWith(context, site.url, { sessions: 1 }),
    await circleWith(context, site.url, { sessions: 100 }),
  ];
  const times = { few: [] as number[], many: [] as number[] };
  // The first of each warms the caches of both.
  for (let i = 0; i <= runs; i += 1) {
    const [one, hundred] = [await timeToOpen(context, few), await timeToOpen(context, many)];
    if (i === 0) continue;
    times.few.push(one);
    times.many.push(hundred);
  }
  await context.close();
  await site.close();
  report('storage.open.1', median(times.few), 'ms');
  report('storage.open.100', median(times.many), 'ms');
  report('storage.growth', median(times.many) / median(times.few), 'x');
}

export async function run(report: Report): Promise<void> {
  const browser = await launch();
  await coldOpen(browser, report);
  await growth(browser, report);
  await browser.close();
}

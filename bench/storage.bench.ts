import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext } from '@playwright/test';
import type { Report } from '../scripts/bench.ts';
import { CircleDocument } from '../src/document/circle-document.ts';
import { launch } from './launch.ts';
import { percentile } from './percentile.ts';
import { serve } from './serve.ts';
import { bundlePage } from './bundle-page.ts';
import { fullSession } from './storage-page/full-session.ts';

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

/** Founds a circle in the interface, puts sessions on its disk, and returns its address. */
async function circleWith(context: BrowserContext, url: string, sessions: number): Promise<string> {
  const page = await context.newPage();
  await page.goto(`${url}circle/#new`);
  await page.getByLabel('What shall the circle be called?').fill(`With ${sessions}`);
  await page.getByLabel('Your name').fill('Ana');
  await page.getByRole('button', { name: 'Start the circle' }).click();
  await page.getByRole('heading', { level: 1, name: `With ${sessions}` }).waitFor();
  const address = page.url();
  const circle = new CircleDocument();
  for (let i = 0; i < sessions; i += 1) fullSession(circle, i);
  await page.evaluate(
    ({ id, bytes }) =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('askwell');
        request.onsuccess = () => {
          const disk = request.result;
          const transaction = disk.transaction(['updates', 'circles'], 'readwrite');
          const row = transaction.objectStore('circles').get(id);
          row.onsuccess = () =>
            transaction
              .objectStore('updates')
              .add({ circle: row.result.circle, bytes: new Uint8Array(bytes) });
          transaction.oncomplete = () => {
            disk.close();
            resolve();
          };
          transaction.onerror = () => reject(transaction.error ?? new Error('not written'));
        };
      }),
    { id: address.split('#my-')[1] ?? '', bytes: [...circle.bytes()] },
  );
  await page.close();
  return address;
}

/** Ms from the navigation until the circle's page shows its past sessions. */
async function timeToOpen(context: BrowserContext, address: string): Promise<number> {
  const page = await context.newPage();
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.querySelector('.past li')) return;
      document.documentElement.dataset['seenAt'] = String(performance.now());
      observer.disconnect();
    }).observe(document, { subtree: true, childList: true });
  });
  await page.goto(address);
  const seenAt = await page.waitForFunction(() => document.documentElement.dataset['seenAt']);
  const time = Number(await seenAt.jsonValue());
  await page.close();
  return time;
}

/** Whether a circle of two years opens like one that has met once. */
async function growth(browser: Browser, report: Report): Promise<void> {
  const site = await serve(join(import.meta.dirname, '../dist'));
  const context = await browser.newContext();
  const [few, many] = [
    await circleWith(context, site.url, 1),
    await circleWith(context, site.url, 100),
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

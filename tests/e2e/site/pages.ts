import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';

const folder = join(import.meta.dirname, '../../../content/guides/en');

/** Addresses below the base, as `page.goto` takes them. */
export const guides = readdirSync(folder).map((file) => `./guides/${file.replace(/\.mdx?$/, '')}/`);

/** The library of norms, one of its groups, and two of its sets: the shortest and the longest. */
export const norms = [
  './norms/',
  './norms/about/confidentiality/',
  './norms/twenty-minutes/',
  './norms/activists/',
];

/** The practice room: a level of each kind of answer, and what stands beside them. */
export const practice = [
  './practice/',
  './practice/today/',
  './practice/cards/',
  './practice/sort/',
  './practice/back/',
  './practice/sequence/',
  './practice/live/',
  './practice/observe/',
];

export const pages = [
  './',
  './guides/',
  './questions/',
  './trust/',
  './find/',
  './norms/shortlist/',
  ...practice,
  './practice/conversations/',
  './practice/conversations/handover/',
  './nowhere/',
  ...norms,
  ...guides,
];

/** Waits until a worker keeps the site and answers for this page. */
export async function keptOffline(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller) return;
    await new Promise((claimed) =>
      navigator.serviceWorker.addEventListener('controllerchange', claimed, { once: true }),
    );
  });
}

import type { Browser } from '@playwright/test';
import type { Report } from '../../scripts/bench.ts';
import type { LinkSite } from '../../tests/support/link-page/serve.ts';
import { percentile } from '../percentile.ts';
import { join, newMeeting, openPage } from './pages.ts';

const JOINS = 100;
/** KB of the holder's document. */
const SIZE = 1000;
/** A person would have tried again by then, ms. */
const PATIENCE = 15_000;

/** Runs in a page: its main thread is busy for 60 to 260 ms, again and again, as with a hydration or a long list. */
function beBusy(): void {
  const block = () => {
    const until = performance.now() + 60 + Math.random() * 200;
    while (performance.now() < until);
    setTimeout(block, Math.random() * 200);
  };
  block();
}

/** How many of a hundred newcomers never get the document of a busy page, and how long the others take. */
export async function countFailures(
  report: Report,
  site: LinkSite,
  browser: Browser,
): Promise<void> {
  const meeting = newMeeting(site);
  const holder = await openPage(site, browser);
  await join(holder, meeting, 'holder');
  await holder.evaluate((size) => window.page.fill(size), SIZE);
  await holder.evaluate(beBusy);
  const times: number[] = [];
  for (let at = 0; at < JOINS; at++) {
    const page = await openPage(site, browser);
    await page.evaluate(beBusy);
    const begun = performance.now();
    await join(page, meeting, `newcomer ${at}`);
    try {
      await page.waitForFunction((size) => window.page.keyCount() >= size, SIZE, {
        timeout: PATIENCE,
      });
      times.push(performance.now() - begun);
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'TimeoutError') throw error;
    }
    await page.evaluate(() => window.page.link?.close());
    await page.context().close();
  }
  await holder.context().close();
  report('link.handshakeFailures', JOINS - times.length, 'of 100');
  report('link.busyJoin.p50', percentile(times, 0.5), 'ms');
  report('link.busyJoin.p95', percentile(times, 0.95), 'ms');
}

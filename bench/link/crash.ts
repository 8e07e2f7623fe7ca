import { chromium, type Browser } from '@playwright/test';
import type { Report } from '../../scripts/bench.ts';
import { findBrowser } from '../../scripts/browser.ts';
import { browserFlags } from '../../scripts/browser-flags.ts';
import type { LinkSite } from '../../tests/support/link-page/serve.ts';
import { percentile } from '../percentile.ts';
import { closeAll, join, newMeeting, openPage } from './pages.ts';

const RUNS = 5;

/** How long after a browser was killed the last of two others takes it off its list. */
export async function timeCrash(report: Report, site: LinkSite, browser: Browser): Promise<void> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const meeting = newMeeting(site);
    const server = await chromium.launchServer({
      executablePath: findBrowser(),
      args: browserFlags,
    });
    const doomed = await chromium.connect(server.wsEndpoint());
    const [ana, ben] = [await openPage(site, browser), await openPage(site, browser)];
    const cem = await openPage(site, doomed);
    for (const [at, page] of [ana, ben, cem].entries()) await join(page, meeting, `${at}`);
    for (const page of [ana, ben]) {
      await page.waitForFunction(() => window.page.others().length === 2);
    }
    await server.kill();
    const killed = performance.now();
    for (const page of [ana, ben]) {
      await page.waitForFunction(() => window.page.others().length === 1);
    }
    times.push((performance.now() - killed) / 1000);
    await closeAll([ana, ben]);
  }
  report('link.crashNoticed.s', percentile(times, 0.5), 's');
}

import type { Report } from '../scripts/bench.ts';
import { serveLinkPage } from '../tests/support/link-page/serve.ts';
import { launch } from './launch.ts';
import { measureCodes } from './link/codes.ts';
import { timeCrash } from './link/crash.ts';
import { timeForwarding } from './link/forwarding.ts';
import { countFailures } from './link/handshakes.ts';
import { timeChanges } from './link/latency.ts';

/** How fast and how surely the link carries what members write. */
export async function run(report: Report): Promise<void> {
  const site = await serveLinkPage();
  const browser = await launch();
  try {
    for (const measure of [measureCodes, timeChanges, timeForwarding, timeCrash, countFailures]) {
      await measure(report, site, browser);
    }
  } finally {
    await browser.close();
    await site.close();
  }
}

import type { Browser } from '@playwright/test';
import { importKey, writeCode } from '../../src/sync/codes/code.ts';
import { readSdp } from '../../src/sync/codes/description.ts';
import type { Report } from '../../scripts/bench.ts';
import type { LinkSite } from '../../tests/support/link-page/serve.ts';
import { realSdps } from '../../tests/sync/codes/real-sdps.ts';

/** The longest code that people would carry: of this browser here, and of all that browsers may find of their networks. */
export async function measureCodes(
  report: Report,
  site: LinkSite,
  browser: Browser,
): Promise<void> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(site.url);
  await page.waitForFunction(() => 'page' in window);
  const live = await page.evaluate(async () => {
    await window.page.join({ room: 'codes', rendezvous: '' }, 'one');
    const made = await (await window.page.link?.byHand())?.invite();
    return made !== undefined && 'code' in made ? made.code.length : NaN;
  });
  await page.context().close();
  const key = await importKey('c'.repeat(43));
  const peer = crypto.randomUUID();
  const lengths = realSdps.map(async ([, sdp]) => {
    const description = readSdp(sdp);
    const code =
      description && (await writeCode({ kind: 'answer', peer, mark: 0, description }, key));
    return code?.length ?? NaN;
  });
  report('link.codes.length', Math.max(live, ...(await Promise.all(lengths))), 'characters');
}

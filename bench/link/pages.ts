import type { Browser, Page } from '@playwright/test';
import { keepApart } from '../../tests/support/link-page/keep-apart.ts';
import type { LinkSite } from '../../tests/support/link-page/serve.ts';

export type Kind = 'ours' | 'plain';

let rooms = 0;

/** Where a new circle meets. */
export const newMeeting = ({ rendezvous }: LinkSite) => ({
  room: `bench-${(rooms += 1)}`,
  rendezvous,
});

/** Opens the bare page in a browser context of its own. */
export async function openPage(
  site: LinkSite,
  browser: Browser,
  prepare: (page: Page) => Promise<unknown> = () => Promise.resolve(),
): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await prepare(page);
  await page.goto(site.url);
  await page.waitForFunction(() => 'measure' in window);
  return page;
}

export async function join(page: Page, meeting: object, name: string): Promise<void> {
  const where = meeting as { room: string; rendezvous: string };
  await page.evaluate(([to, who]) => window.page.join(to, who), [where, name] as const);
}

/**
 * A circle of so many pages, all connected; all but the first answer what the first asks.
 *
 * @param apart pairs without a channel, as `0-1 2-3`
 */
export async function openMesh(
  site: LinkSite,
  browser: Browser,
  kind: Kind,
  members: number,
  apart = '',
): Promise<Page[]> {
  const meeting = newMeeting(site);
  const pages: Page[] = [];
  for (let at = 0; at < members; at++) {
    const name = `${at}`;
    const page = await openPage(site, browser, async (blank) =>
      apart === '' ? undefined : blank.addInitScript(keepApart, { name, apart }),
    );
    await page.evaluate(() => window.measure.countSends());
    if (kind === 'ours') await join(page, meeting, name);
    else await page.evaluate((where) => window.page.joinPlain(where), meeting);
    if (at > 0) await page.evaluate((who) => window.measure.answerAll(who), name);
    pages.push(page);
  }
  for (const page of pages) await page.waitForFunction(isWhole, members - 1);
  return pages;
}

function isWhole(others: number): boolean {
  const plain = window.page.plainConnections().filter(({ connected }) => connected).length;
  const ours = window.page.others().filter((other) => /direct|through/.test(other)).length;
  return plain + ours === others;
}

export const closeAll = (pages: readonly Page[]): Promise<unknown> =>
  Promise.all(pages.map((page) => page.context().close()));

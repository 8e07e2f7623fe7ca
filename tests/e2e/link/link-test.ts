import { expect, type Browser, type Page } from '@playwright/test';
import type { Meeting } from '../../support/link-page/page.ts';
import { serveLinkPage, type LinkSite } from '../../support/link-page/serve.ts';
import { test as base } from '../circle/steps.ts';

let rooms = 0;

export interface Member {
  readonly page: Page;
  readonly name: string;
  /** Errors that nothing on the page has caught. */
  readonly uncaught: string[];
}

/** A circle of bare pages, each in a browser context of its own unless told otherwise. */
export class TestCircle {
  readonly meeting: { room: string; rendezvous: string };
  readonly #site: LinkSite;
  readonly #browser: Browser;

  constructor(site: LinkSite, browser: Browser) {
    rooms += 1;
    this.#site = site;
    this.#browser = browser;
    this.meeting = { room: `room-${process.pid}-${rooms}`, rendezvous: site.rendezvous };
  }

  /** Opens a page that has not joined yet. `prepare` runs in it, with its name, before anything else. */
  async open(
    name: string,
    prepare: (name: string) => void = () => undefined,
    browser = this.#browser,
  ): Promise<Member> {
    const page = await (await browser.newContext()).newPage();
    await page.addInitScript(prepare, name);
    return this.#opened(page, name);
  }

  /** As `open`, with something else than the name for `prepare`. */
  async openWith<Given extends Record<string, string>>(
    name: string,
    prepare: (given: Given) => void,
    given: Given,
  ): Promise<Member> {
    const page = await (await this.#browser.newContext()).newPage();
    await page.addInitScript(prepare as (given: unknown) => void, given);
    return this.#opened(page, name);
  }

  async openTab(name: string, beside: Member): Promise<Member> {
    return this.#opened(await beside.page.context().newPage(), name);
  }

  async join(member: Member, more: Omit<Partial<Meeting>, 'room'> = {}): Promise<void> {
    const { page, name } = member;
    const meeting = { ...this.meeting, ...more };
    await page.evaluate(([where, who]) => window.page.join(where, who), [meeting, name] as const);
  }

  async joinPlain({ page }: Member): Promise<void> {
    await page.evaluate((meeting) => window.page.joinPlain(meeting), this.meeting);
  }

  async reload({ page }: Member): Promise<void> {
    await page.reload();
    await page.waitForFunction(() => 'page' in window);
  }

  async #opened(page: Page, name: string): Promise<Member> {
    const uncaught: string[] = [];
    page.on('pageerror', (error) => uncaught.push(error.message));
    await page.goto(this.#site.url);
    await page.waitForFunction(() => 'page' in window);
    return { page, name, uncaught };
  }
}

export const test = base.extend<
  { circle: TestCircle; newCircle: () => TestCircle },
  { linkSite: LinkSite }
>({
  linkSite: [
    // Playwright reads from this pattern that the fixture needs no other.
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const site = await serveLinkPage();
      await use(site);
      await site.close();
    },
    { scope: 'worker' },
  ],
  newCircle: async ({ linkSite, browser }, use) => {
    await use(() => new TestCircle(linkSite, browser));
  },
  circle: async ({ newCircle }, use) => {
    await use(newCircle());
  },
});

export { expect };

/** Waits until a page shows exactly these others, as `name direct` or `name through`. */
export async function expectOthers({ page, name }: Member, others: string[], timeout = 15_000) {
  const seen = () => page.evaluate(() => window.page.others());
  await expect
    .poll(seen, { message: `whom ${name} sees`, timeout, intervals: [50] })
    .toEqual(others);
}

export async function expectValue(
  { page, name }: Member,
  key: string,
  value: unknown,
  timeout = 15_000,
) {
  const read = () => page.evaluate((what) => window.page.read(what), key);
  const message = `what ${name} has of ${key}`;
  await expect.poll(read, { message, timeout, intervals: [50] }).toEqual(value);
}

export async function write({ page }: Member, key: string, value: unknown): Promise<void> {
  await page.evaluate(([what, as]) => window.page.write(what, as), [key, value] as const);
}

import { launch, type Page } from 'puppeteer-core';
import { begin, expect, found, goOnUntil, seatOf, test } from './people.ts';

test.use({ serviceWorkers: 'allow' });

declare global {
  interface Window {
    /** How often this very page has come back from the cache. */
    timesBack: number;
  }
}

const sees = (page: Page, words: string) =>
  expect.poll(() => page.evaluate(() => document.body.innerText)).toContain(words);
const draftOn = (page: Page) =>
  page.locator('aria/My question').map((field) => (field as HTMLTextAreaElement).value);

test('a page that the back button brings back is connected again, and no typed word is lost', async ({
  person,
  baseURL,
  launchOptions,
}) => {
  const ana = await person('Ana');
  test.setTimeout(60_000);
  const link = await found(ana, 'There and back');
  // Playwright switches the cache of whole pages off, and loses a page that comes back from it.
  const browser = await launch({
    executablePath: launchOptions.executablePath ?? '',
    args: launchOptions.args ?? [],
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  });
  try {
    const ben = await browser.newPage();
    const errors: unknown[] = [];
    ben.on('pageerror', (error) => errors.push(error));
    await ben.goto(link);
    await sees(ben, 'New here, or one of these?');
    await ben.locator('form input').fill('Ben');
    await ben.locator('form button').click();
    await begin(ana, { presenter: 'Ana' });
    await ben.locator('::-p-text(A session is on)').click();
    await goOnUntil(ana, 'Explore', [ana]);
    const session = ben.url();

    await ben.locator('aria/My question').fill('What would you');
    await ben.evaluate(() => {
      window.timesBack = 0;
      window.addEventListener(
        'pageshow',
        ({ persisted }) => (window.timesBack += Number(persisted)),
      );
    });
    await ben.goto(`${baseURL}guides/`);
    await expect(seatOf(ana.page, 'Ben')).toContainText('not here');
    await ben.goBack();
    expect(await ben.evaluate(() => window.timesBack)).toBe(1);
    expect(await draftOn(ben).wait()).toBe('What would you');
    await expect(seatOf(ana.page, 'Ben')).toContainText('directly', { timeout: 5000 });

    // Typed, and gone in the same moment: what the browser has not kept, the disk has.
    await ben.locator('aria/My question').fill('What would you miss?');
    await ben.goto(`${baseURL}guides/`);
    await ben.goto(session);
    expect(await draftOn(ben).wait()).toBe('What would you miss?');
    await ben.locator('aria/I asked it').click();
    await expect(ana.page.getByText('What would you miss?').first()).toBeVisible();
    expect(errors).toEqual([]);
  } finally {
    await browser.close();
  }
});

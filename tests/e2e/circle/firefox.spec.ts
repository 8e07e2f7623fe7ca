import { expect } from '@playwright/test';
import { launch, type Browser } from 'puppeteer-core';
import { findFirefox } from '../../../scripts/firefox.ts';
import { invitationOn, personRow, startCircle, test } from './steps.ts';

const executablePath = findFirefox() ?? '';
test.skip(executablePath === '', 'Firefox is not installed on this machine');

let firefox: Browser;
test.beforeAll(async () => {
  // Playwright drives a Firefox of its own only; this one is as people have it, by WebDriver BiDi.
  firefox = await launch({ browser: 'firefox', executablePath, headless: true });
});
test.afterAll(() => firefox.close());

test('a Firefox joins a circle of a Chromium, and words go both ways', async ({ page }) => {
  await startCircle(page, 'Two browsers', 'Ana');
  const guest = await firefox.newPage();
  const errors: unknown[] = [];
  guest.on('pageerror', (error) => errors.push(error));
  const sees = (words: string) =>
    expect
      .poll(() => guest.evaluate(() => document.body.innerText), { timeout: 15_000 })
      .toContain(words);

  await guest.goto(await invitationOn(page));
  await sees('New here, or one of these?');
  await guest.locator('form input').fill('Ben');
  await guest.locator('form button').click();
  await expect(personRow(page, 'Ben')).toContainText('here, directly');
  await sees('here, directly');

  await page.getByRole('button', { name: 'Change: Its name' }).click();
  await page.getByRole('dialog').getByLabel('Its name').fill('Words from Chromium');
  await page.keyboard.press('Enter');
  await sees('Words from Chromium');

  // What Firefox has kept is there without any network to the others.
  await page.close();
  await guest.reload();
  await sees('Words from Chromium');
  expect(errors).toEqual([]);
});

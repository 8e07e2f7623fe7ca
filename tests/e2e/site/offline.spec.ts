import { expect, test } from '@playwright/test';
import { guides, keptOffline, pages } from './pages.ts';

test('after one visit every page opens offline', async ({ page, context }) => {
  await page.goto('./');
  await keptOffline(page);
  await context.setOffline(true);
  for (const address of pages) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await page.evaluate(() => document.fonts.check('1em "Newsreader Variable"'))).toBe(true);
  }
});

test('the circle page and its configuration open offline, too', async ({ page, context }) => {
  await page.goto('./');
  await keptOffline(page);
  await context.setOffline(true);
  const response = await page.goto('./circle/');
  expect(response?.status()).toBe(200);
  expect(response?.fromServiceWorker()).toBe(true);
  const config: unknown = await page.evaluate(async () => (await fetch('../config.json')).json());
  expect(config).toHaveProperty('rendezvous');
  // What a session fetches only when somebody wants it.
  const kept = await page.evaluate(async () => {
    const each = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
    const requests = await Promise.all(each.map((cache) => cache.keys()));
    return requests.flat().map(({ url }) => url.replace(/\?.*/, ''));
  });
  for (const part of [/HoldUp\./, /Changes\./, /Ladder\./, /chime\./, /norms\/en\.json/]) {
    const [address] = kept.filter((url) => part.test(url));
    expect(address, `${part} is kept`).toBeDefined();
    const answer = await page.evaluate(async (url) => (await fetch(url)).status, address ?? '');
    expect(answer).toBe(200);
  }
});

test('an address that is not kept says so offline', async ({ page, context }) => {
  await page.goto('./');
  await keptOffline(page);
  await context.setOffline(true);
  await page.goto('./nowhere/at/all/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page is not here');
  await page.getByRole('link', { name: 'Guides' }).first().click();
  await expect(page.getByRole('main').getByRole('link')).toHaveCount(guides.length);
});

import { expect, test } from '@playwright/test';
import { guides, pages } from './pages.ts';

test.use({ javaScriptEnabled: false });

test('every guide reads, and leads on, without script', async ({ page }) => {
  for (const address of guides) {
    await page.goto(address);
    await expect(page.getByRole('article').getByRole('heading', { level: 1 })).toBeVisible();
    const next = page.getByRole('region', { name: 'Do this next' }).getByRole('link');
    expect.soft(await next.count(), address).toBeGreaterThan(0);
  }
});

test('no link on any page leads nowhere', async ({ page }) => {
  const links = new Set<string>();
  for (const address of pages) {
    await page.goto(address);
    const here = page.locator('a[href]:not(.skip)');
    for (const link of await here.evaluateAll((all: HTMLAnchorElement[]) =>
      all.map(({ href }) => href.replace(/#.*/, '')),
    )) {
      links.add(link);
    }
  }
  for (const link of links) {
    expect.soft((await page.request.get(link)).status(), link).toBe(200);
  }
});

test('the home page says what Askwell is, and how to join, without script', async ({ page }) => {
  await page.goto('./');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'An hour together' })).toBeVisible();
  await expect(page.getByText('To join, open the link you were sent.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Join' })).toBeHidden();
});

test('the list of guides leads to all of them', async ({ page }) => {
  await page.goto('./guides/');
  const links = page.getByRole('main').getByRole('link');
  await expect(links).toHaveCount(guides.length);
});

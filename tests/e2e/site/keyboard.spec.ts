import { expect, test, type Page } from '@playwright/test';

const focused = (page: Page) =>
  page.evaluate(() => {
    const here = document.activeElement;
    return here?.getAttribute('aria-label') ?? here?.textContent?.trim().split('\n')[0] ?? '';
  });

test('the first key leads past the head, to the text', async ({ page }) => {
  await page.goto('./');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the text' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: /^Start a circle Two to six/ })).toBeFocused();
});

test('keys go through the home page in the order of reading', async ({ page }) => {
  await page.goto('./');
  const order: string[] = [];
  for (let key = 0; key < 13; key += 1) {
    await page.keyboard.press('Tab');
    order.push(await focused(page));
  }
  expect(order).toEqual([
    'Skip to the text',
    'Askwell',
    'Find',
    'Guides',
    'Practise',
    'Questions',
    'Norms',
    'Start a circle',
    expect.stringContaining('Start a circle'),
    expect.stringContaining('Try a session alone'),
    expect.stringContaining('Browse norms'),
    '',
    'Join',
  ]);
});

test('what can be pressed on a phone is 44 px high', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('./');
  const targets = page.locator('a:visible:not(.skip), button:visible, input');
  for (const target of await targets.all()) {
    const box = await target.boundingBox();
    expect(box?.height, await target.evaluate((it) => it.outerHTML)).toBeGreaterThanOrEqual(44);
  }
});

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

test('the library of norms can be narrowed, widened and followed without script', async ({
  page,
}) => {
  await page.goto('./norms/');
  const listed = page.locator('.norms li:visible');
  const all = await listed.count();
  expect(all).toBeGreaterThanOrEqual(56);
  const calls = page.getByRole('link', { name: 'We check our sound' });
  const rooms = page.getByRole('link', { name: 'We shut the door' });

  await page.getByLabel('Where you meet').selectOption('In one room');
  await expect(rooms).toBeVisible();
  await expect(calls).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Remote' })).toBeHidden();
  await page.getByLabel('Where you meet').selectOption('On a call');
  await expect(calls).toBeVisible();
  await expect(rooms).toBeHidden();

  await page.getByRole('button', { name: 'Show all again' }).click();
  await expect(listed).toHaveCount(all);
  await page.getByLabel('How many you are').selectOption('Only two');
  await expect(page.getByRole('link', { name: 'We begin each round' })).toBeHidden();
  await page.getByLabel('In the set').selectOption('Teachers');
  await expect(listed).toHaveCount(4);
  await page.getByLabel('About').selectOption('Confidentiality');
  await expect(listed).toHaveCount(2);
  await listed.first().getByRole('link').click();
  await expect(page.getByRole('region', { name: 'We leave out names' })).toContainText(
    'When it slips:',
  );
});

test('a set says what to read aloud, why, what comes first and what is missing', async ({
  page,
}) => {
  await page.goto('./norms/');
  await page.getByRole('link', { name: 'Teachers' }).click();
  const aloud = page.getByRole('region', { name: 'Read aloud' });
  await expect(aloud.getByRole('listitem')).toHaveCount(7);
  await expect(aloud.getByRole('listitem').last()).toContainText('yours to say');
  await expect(page.getByRole('region', { name: 'Why these' })).toContainText('Pupils');
  await expect(page.getByRole('region', { name: 'Talk about this first' })).toContainText('?');
});

import { expect, test } from '@playwright/test';
import { guides, pages } from './pages.ts';

test('no page asks anybody but its own host, or breaks its policy', async ({ page, baseURL }) => {
  const asked = new Set<string>();
  const complaints: string[] = [];
  page.on('request', (request) => asked.add(new URL(request.url()).origin));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (/content.security.policy/i.test(message.text())) complaints.push(message.text());
  });
  for (const address of pages) {
    await page.goto(address);
    await page.evaluate(() => document.fonts.ready.then(() => 'ready'));
  }
  expect([...asked]).toEqual([new URL(baseURL ?? '').origin]);
  expect(complaints).toEqual([]);
});

test('no page scrolls sideways', async ({ page }) => {
  for (const address of pages) {
    await page.goto(address);
    for (const width of [320, 390, 768, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      const beyond = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect.soft(beyond, `${address} at ${width} px`).toBe(0);
    }
  }
});

test('the policy inside a page stops a script that is not ours', async ({ page }) => {
  const complaint = page.waitForEvent('console', (message) =>
    /content.security.policy/i.test(message.text()),
  );
  await page.goto('./guides/');
  const ran = await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.title = "not ours"';
    document.head.append(script);
    return document.title;
  });
  expect(ran).not.toBe('not ours');
  await complaint;
});

test('a person’s words are set in our own font', async ({ page }) => {
  await page.goto('./');
  const faces = await page.evaluate(async () => {
    await document.fonts.ready;
    return [...document.fonts].filter(({ status }) => status === 'loaded').map((f) => f.family);
  });
  expect(faces.map((family) => family.replaceAll('"', ''))).toContain('Newsreader Variable');
});

test('print rules win over those of the page, in whatever order the files come', async ({
  page,
}) => {
  await page.emulateMedia({ media: 'print' });
  for (const address of ['./', ...guides.slice(0, 1)]) {
    await page.goto(address);
    await expect(page.locator('.site-nav')).toBeHidden();
    await expect(page.locator('.site-foot')).toBeHidden();
  }
});

test('a lost address says so, and leads on', async ({ page }) => {
  const response = await page.goto('./nowhere/');
  expect(response?.status()).toBe(404);
  await page.getByRole('link', { name: 'Go to the start' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/one question at a time/);
});

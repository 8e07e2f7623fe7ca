import { expect, test } from '@playwright/test';
import { keptOffline } from './pages.ts';

test('a word is found on any page, by a link as well, and offline', async ({ page, context }) => {
  await page.goto('./');
  await keptOffline(page);
  await context.setOffline(true);
  await expect(page.getByText('You are offline.')).toBeVisible();
  await page.getByRole('link', { name: 'Find', exact: true }).click();
  await page.getByRole('searchbox').fill('confidentiality');
  const found = page.locator('.found a');
  await expect(found.first()).toContainText(/confiden/i);
  await expect(page).toHaveURL(/\?q=confidentiality$/);
  await page.reload();
  await expect(found.first()).toContainText(/confiden/i);
  await page.getByRole('searchbox').fill('xylophone');
  await expect(page.getByRole('status').filter({ hasText: 'Nothing says that.' })).toBeVisible();
  await page.getByRole('searchbox').fill('silence');
  await found.first().click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page).not.toHaveURL(/find/);
  await context.setOffline(false);
  await expect(page.getByText('You are offline.')).toBeHidden();
});

import { test } from '@playwright/test';
import { expectNoObjection } from '../objections.ts';
import { pages } from './pages.ts';

test('axe objects to nothing on any page', async ({ page }) => {
  test.slow();
  for (const address of pages) {
    await page.goto(address);
    await expectNoObjection(page, address);
  }
});

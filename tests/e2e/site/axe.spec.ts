import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { pages, schemes } from './pages.ts';

for (const colorScheme of schemes) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test('axe objects to nothing on any page', async ({ page }) => {
      test.slow();
      for (const address of pages) {
        await page.goto(address);
        const { violations } = await new AxeBuilder({ page }).analyze();
        const found = violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
        expect.soft(found, address).toEqual([]);
      }
    });
  });
}

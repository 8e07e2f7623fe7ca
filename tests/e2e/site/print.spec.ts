import { expect, test, type Page } from '@playwright/test';
import { guides, norms } from './pages.ts';

async function sheetsOf(page: Page): Promise<number> {
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
  return pdf.toString('latin1').match(/\/Type\s*\/Page(?!s)/g)?.length ?? 0;
}

test('the home page, every guide and the norms of a group print on two A4 pages at most', async ({
  page,
}) => {
  for (const address of ['./', './norms/about/confidentiality/', ...guides]) {
    await page.goto(address);
    const sheets = await sheetsOf(page);
    expect.soft(sheets, address).toBeGreaterThan(0);
    expect.soft(sheets, address).toBeLessThanOrEqual(2);
  }
});

test('a set of norms prints on one sheet', async ({ page }) => {
  for (const address of norms.slice(2)) {
    await page.goto(address);
    expect.soft(await sheetsOf(page), address).toBe(1);
  }
});

test('the count of printed pages is a count', async ({ page }) => {
  await page.setContent('<p style="break-after: page">One</p>'.repeat(4));
  expect(await sheetsOf(page)).toBe(4);
});

import { expect, test } from '@playwright/test';
import { SUMMARIES, type CircleSummary } from '../../../src/domain/circle-summary.ts';

const inAWeek = Date.now() + 7 * 24 * 60 * 60 * 1000;

const thursdays: CircleSummary = {
  id: 'c1/ü',
  name: 'Thursday mornings',
  members: [
    { name: '👩🏽‍🚀 Ana', colour: 1 },
    { name: 'דנה', colour: 2 },
  ],
  next: { at: inAWeek, zone: 'Europe/Madrid' },
  lastMet: null,
  openCommitments: 2,
};

test('who has no circle sees no list', async ({ page }) => {
  await page.goto('./');
  await expect(page.getByRole('heading', { name: 'An hour together' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Your circles' })).toBeHidden();
});

test('a circle is listed with its date, its actions and who is in it', async ({ page }) => {
  await page.addInitScript(([key, stored]) => localStorage.setItem(key, stored), [
    SUMMARIES,
    JSON.stringify([thursdays, 'not a circle', { id: 'c2' }]),
  ] as const);
  await page.goto('./');
  const rows = page.getByRole('list', { name: 'Your circles' }).getByRole('listitem');
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText(/Next: \w+.*\. 2 actions to come back to\./);
  await expect(rows.getByRole('img', { name: '👩🏽‍🚀 Ana, דנה' })).toHaveText('👩🏽‍🚀ד');
  await expect(rows.getByRole('link', { name: 'Thursday mornings' })).toHaveAttribute(
    'href',
    /\/circle\/#my-c1%2F%C3%BC$/,
  );
  await page.getByRole('link', { name: 'Your actions in all circles' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Your actions' })).toBeVisible();
  await expect(page.getByText('Nothing is open for you.')).toBeVisible();
});

test('a list that another version wrote harms nothing', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.addInitScript((key) => localStorage.setItem(key, '{"half'), SUMMARIES);
  await page.goto('./');
  await expect(page.getByRole('heading', { name: 'Your circles' })).toBeHidden();
  expect(errors).toEqual([]);
});

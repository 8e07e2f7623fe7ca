import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { expectNoObjection } from '../objections.ts';
import { keptOffline } from './pages.ts';

const now = (page: Page) => page.locator('.exercise:visible');
const sorts = ['open', 'soft-open', 'closed', 'leading'];

/** The key for the right answer, or for a wrong one. */
async function keyOf(page: Page, isRight: boolean): Promise<string> {
  const right = sorts.indexOf((await now(page).getAttribute('data-sort')) ?? '');
  return String((isRight ? right : (right + 1) % sorts.length) + 1);
}

async function sort(page: Page, isRight: boolean): Promise<void> {
  await page.keyboard.press(await keyOf(page, isRight));
  const next = page.getByRole('button', { name: 'Next' });
  await expect(next).toBeFocused();
  // A screen reader hears with it what the answer was.
  await expect(next).toHaveAccessibleDescription(isRight ? /^Yes/ : /^Not quite/);
}

test('offline on a phone, by keys alone, a newcomer does the first two levels', async ({
  page,
  context,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto('./practice/');
  await keptOffline(page);
  await context.setOffline(true);
  await page.getByRole('link', { name: /^Open, closed, or neither/ }).press('Enter');
  await now(page).getByRole('button', { name: 'Open', exact: false }).first().focus();
  const all = await page.locator('.exercise').count();
  for (let n = 1; n <= all; n += 1) {
    await expect(now(page).getByRole('heading', { level: 2 })).toHaveText(`${n} of ${all}`);
    await sort(page, n !== 2);
    if (n === 2) await expect(now(page)).toContainText('This one comes back tomorrow.');
    await page.keyboard.press('Enter');
  }
  await expect(
    page.getByText('An open question can be answered in many ways').last(),
  ).toBeVisible();
  await page.getByRole('link', { name: 'From closed to open' }).press('Enter');

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('From closed to open');
  expect(asked.filter((url) => url.includes('/coach/'))).toEqual([]);
  const field = page.getByLabel('How would you ask it?');
  await field.pressSequentially('Have you tried to tell him');
  await page.reload();
  await expect(field).toHaveValue('Have you tried to tell him');
  await field.press('End');
  await page.keyboard.type('?');
  await page.keyboard.press('Enter');
  await expect(now(page)).toContainText('This may be heard as advice');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(page.getByLabel('More than one answer is possible')).toBeChecked();
  await expectNoObjection(page, 'an exercise that was answered');
  for (let n = 1; n <= 5; n += 1) {
    const heading = now(page).getByRole('heading', { level: 2 });
    await page.getByRole('button', { name: 'Next' }).press('Enter');
    await expect(heading).toBeFocused();
    await page.getByRole('button', { name: 'I said it aloud' }).press('Enter');
  }
  await expect(now(page)).toContainText('Other ways');

  await page.goto('./practice/');
  await page.getByText('The same as a table').click();
  await expect(page.getByRole('row', { name: /^Open, closed, or neither/ })).toContainText('20');
  await expect(page.getByRole('row', { name: /^From closed to open/ })).toContainText('6');
  await expectNoObjection(page, 'what was practised');
});

test('a mistake comes back the next day, then after three; all of it can be saved and forgotten', async ({
  page,
}) => {
  const on = (day: number) => page.clock.setFixedTime(new Date(2026, 2, day, 9));
  const first = () => now(page).locator('.asked').innerText();
  await on(2);
  await page.goto('./practice/sort/#sort-03');
  const mistake = await first();
  await now(page).getByRole('heading', { level: 2 }).focus();
  await sort(page, false);

  await on(3);
  await page.goto('./practice/today/');
  await expect(now(page).getByRole('heading', { level: 2 })).toHaveText('1 of 5');
  expect(await first()).toBe(mistake);
  await now(page).getByRole('heading', { level: 2 }).focus();
  await sort(page, true);

  await on(5);
  await page.goto('./practice/today/');
  await expect(now(page)).toBeVisible();
  expect(await first()).not.toBe(mistake);
  await on(6);
  await page.reload();
  await expect(now(page)).toContainText(mistake);

  await page.goto('./practice/');
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save it as a file' }).click();
  const file: unknown = JSON.parse(await readFile(await (await saved).path(), 'utf8'));
  expect(file).toMatchObject({
    exercises: [{ exercise: 'sort-03', lastDone: '2026-03-03', comesBack: '2026-03-06' }],
  });
  await page.getByRole('button', { name: 'Forget all of it' }).click();
  await page.getByRole('button', { name: 'Keep it' }).click();
  await expect(page.getByRole('heading', { name: 'What you have practised' })).toBeVisible();
  await page.getByRole('button', { name: 'Forget all of it' }).click();
  await page.getByRole('button', { name: 'Forget it' }).click();
  await expect(page.getByText('Nothing is left on this device.')).toBeFocused();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'What you have practised' })).toBeHidden();
});

test('where the disk takes nothing it says so, and the next page knows it all the same', async ({
  page,
}) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('The disk is full', 'QuotaExceededError');
    };
  });
  await page.goto('./practice/sort/');
  await now(page).getByRole('button', { name: 'Open' }).click();
  await expect(page.getByRole('alert')).toContainText('its disk is full, or its window is private');
  await page.goto('./practice/');
  await page.getByText('The same as a table').click();
  await expect(page.getByRole('row', { name: /^Open, closed, or neither/ })).toContainText('1');
});

test('whoever goes by keys is never left without a place', async ({ page }) => {
  await page.goto('./practice/silence/');
  await page.getByRole('button', { name: 'Start the silence' }).press('Enter');
  await page.keyboard.press('Enter');
  const next = page.getByRole('button', { name: 'Next' });
  await expect(next).toBeFocused();
  await expect(next).toHaveAccessibleDescription(/./);

  await page.goto('./practice/verdict/');
  await expect(now(page)).toHaveCount(1);
  const verdict = (await now(page).getAttribute('data-verdict')) ?? '';
  const wrong = now(page).locator('.asked button').filter({ hasNotText: verdict }).first();
  await wrong.press('Enter');
  await expect(wrong).toBeFocused();
  await expect(now(page).getByRole('status').first()).toContainText('has decided nothing yet');

  await page.goto('./practice/sequence/');
  await now(page).getByRole('button', { name: /^Down/ }).first().press('Enter');
  await now(page).getByRole('button', { name: 'This is my order' }).press('Enter');
  await expect(next).toBeFocused();
  await expect(next).toHaveAccessibleDescription(/order/);
});

import { expect } from '@playwright/test';
import { invitationOn, joinCircle, newDevice, personRow, startCircle, test } from './steps.ts';

const LONG = 'long '.repeat(2_000);
const names = ['👩🏽‍🚀 Ana', 'عائشة بنت أحمد', 'W'.repeat(60)];

test('names in emoji, from right to left and as long as they may be fit a narrow phone', async ({
  browser,
}) => {
  const page = await newDevice(browser, { viewport: { width: 320, height: 640 } });
  await startCircle(page, 'M'.repeat(60), 'Marta');
  const link = await invitationOn(page);
  for (const name of names) await joinCircle(await newDevice(browser), link, name);
  for (const name of names) await expect(personRow(page, name)).toBeVisible();
  await expect(personRow(page, 'Ana').locator('.seat')).toHaveText('👩🏽‍🚀');

  const spill = () =>
    page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
  expect(await spill()).toBe(0);
  for (const name of ['Set a date', 'Start a session', 'Invite']) {
    await page.getByRole('button', { name, exact: true }).click();
    expect(await spill(), name).toBe(0);
    const dialog = page.getByRole('dialog');
    expect(await dialog.evaluate((it) => it.scrollWidth - it.clientWidth), name).toBe(0);
    await page.keyboard.press('Escape');
  }
});

test('10,000 characters in any field get a sentence, and stay', async ({ page }) => {
  await page.goto('/circle/#new');
  for (const label of ['What shall the circle be called?', 'Your name', 'Where do you talk?']) {
    const field = page.getByLabel(label);
    await field.fill(LONG);
    await expect(field).toHaveAccessibleDescription(/characters too long/);
  }
  await page.getByRole('button', { name: 'Start the circle' }).click();
  await expect(page.getByLabel('Your name')).toHaveValue(LONG);
  await expect(page.getByLabel('What shall the circle be called?')).toBeFocused();

  await startCircle(page, 'Long texts', 'Marta');
  await page.getByRole('button', { name: 'Write it' }).click();
  const sheet = page.getByRole('dialog').getByLabel('Anything else');
  await sheet.fill(LONG);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(sheet).toHaveAccessibleDescription(/characters too long/);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Write it' }).click();
  await expect(sheet, 'closing loses nothing').toHaveValue(LONG);
});

test('what is missing or wrong is said at its field, and the first of them has the focus', async ({
  page,
}) => {
  await page.goto('/circle/#new');
  await page.getByLabel('Where do you talk?').fill('our usual room');
  await page.getByRole('button', { name: 'Start the circle' }).click();
  await expect(page.getByLabel('What shall the circle be called?')).toBeFocused();
  await expect(page.getByLabel('Your name')).toHaveAccessibleDescription(/Write your name/);
  await expect(page.getByLabel('Where do you talk?')).toHaveAccessibleDescription(/not the link/);
  await expect(page.getByLabel('Where do you talk?')).toHaveValue('our usual room');
});

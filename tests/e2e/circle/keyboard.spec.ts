import { expect } from '@playwright/test';
import { invitationOn, newDevice, personRow, test } from './steps.ts';

test('a circle is started and joined with the keyboard alone', async ({ page, browser }) => {
  await page.goto('/circle/#new');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Askwell' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.type('By keys');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Marta');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'By keys' })).toBeFocused();
  const link = await invitationOn(page);

  const tomas = await newDevice(browser);
  await tomas.goto(link);
  await expect(tomas.getByText('New here, or one of these?')).toBeVisible();
  await tomas.keyboard.press('Tab');
  await tomas.keyboard.press('Tab');
  await tomas.keyboard.type('Tomás');
  await tomas.keyboard.press('Enter');
  await expect(personRow(tomas, 'Tomás')).toContainText('you');
});

test('a dialog closes by Esc, by its button and beside it, and gives the focus back', async ({
  page,
}) => {
  await page.goto('/circle/#new');
  await page.getByLabel('What shall the circle be called?').fill('Dialogs');
  await page.getByLabel('Your name').fill('Marta');
  await page.keyboard.press('Enter');
  const opener = page.getByRole('button', { name: 'Set a date' });
  const dialog = page.getByRole('dialog', { name: 'When do you meet next?' });
  const ways = [
    () => page.keyboard.press('Escape'),
    () => dialog.getByRole('button', { name: 'Close' }).click(),
    () => page.mouse.click(5, 5),
  ];
  for (const close of ways) {
    await opener.press('Enter');
    await expect(dialog).toBeVisible();
    await close();
    await expect(dialog).toBeHidden();
    await expect(opener).toBeFocused();
  }
});

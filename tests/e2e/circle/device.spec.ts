import { expect } from '@playwright/test';
import { invitationOn, joinCircle, newDevice, personRow, startCircle, test } from './steps.ts';

test.use({ serviceWorkers: 'allow' });

test('one device holds two circles, and the home page lists both', async ({ page }) => {
  await startCircle(page, 'First circle', 'Marta');
  await startCircle(page, 'Second circle', 'Em');
  await page.getByRole('link', { name: 'Askwell' }).click();
  await page.getByRole('link', { name: 'First circle' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('First circle');
  await expect(personRow(page, 'Marta')).toContainText('you');
});

test('two tabs of a browser are one seat', async ({ page, context, browser }) => {
  await startCircle(page, 'Two tabs', 'Marta');
  const link = await invitationOn(page);
  const second = await context.newPage();
  await second.goto(link);
  await expect(personRow(second, 'Marta')).toContainText('you');

  const tomas = await newDevice(browser);
  await joinCircle(tomas, link, 'Tomás');
  await expect(personRow(tomas, 'Marta')).toContainText('here');
  await expect(
    tomas.getByRole('region', { name: 'Who is here' }).getByRole('listitem'),
  ).toHaveCount(2);
  await page.close();
  await expect(personRow(tomas, 'Marta')).toContainText('here');
});

test('a reload brings the same seat back, also when nobody else is there', async ({ page }) => {
  await startCircle(page, 'Reloaded', 'Marta');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Reloaded');
  await expect(personRow(page, 'Marta')).toContainText('you');
});

test('names can be changed, and the others see it', async ({ page, browser }) => {
  await startCircle(page, 'Before', 'Marta');
  const tomas = await newDevice(browser);
  await joinCircle(tomas, await invitationOn(page), 'Tomás');

  await page.getByRole('button', { name: 'Change: Your name' }).click();
  await page.getByRole('dialog').getByLabel('Your name').fill('Marta B.');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Change: Its name' }).click();
  await page.getByRole('dialog').getByLabel('Its name').fill('After');
  await page.keyboard.press('Enter');
  await expect(tomas.getByRole('heading', { level: 1 })).toHaveText('After');
  await expect(personRow(tomas, 'Marta B.')).toBeVisible();

  await page.getByRole('button', { name: 'Write it' }).click();
  await page.getByRole('dialog').getByLabel('Anything else').fill('Dr. Ames, 555 0100');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(tomas.getByText('Dr. Ames, 555 0100')).toBeVisible();
});

test('who leaves is asked once, gives up the seat, and may take one again', async ({
  page,
  browser,
}) => {
  await startCircle(page, 'Leaving', 'Marta');
  const tomas = await newDevice(browser);
  await joinCircle(tomas, await invitationOn(page), 'Tomás');

  await tomas.getByRole('button', { name: 'Leave the circle' }).click();
  await expect(tomas.getByText('Your seat becomes free')).toBeVisible();
  await tomas.getByRole('button', { name: 'Leave', exact: true }).click();
  await expect(tomas.getByRole('heading', { name: 'You have left this circle' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'You are the first one here' })).toBeVisible();

  await tomas.getByRole('button', { name: 'Take a seat again' }).click();
  await expect(personRow(tomas, 'Tomás')).toContainText('you');
  await expect(personRow(page, 'Tomás')).toBeVisible();
});

test('removing from this device asks once; the others keep the circle', async ({
  page,
  browser,
}) => {
  await startCircle(page, 'Removed here', 'Marta');
  const link = await invitationOn(page);
  const tomas = await newDevice(browser);
  await joinCircle(tomas, link, 'Tomás');
  const address = tomas.url();

  await tomas.getByRole('button', { name: 'Remove from this device' }).click();
  await expect(tomas.getByText('Kept by the others')).toBeVisible();
  await tomas.getByRole('button', { name: 'Keep it' }).click();
  await expect(tomas.getByRole('dialog')).toBeHidden();
  await tomas.getByRole('button', { name: 'Remove from this device' }).click();
  await tomas.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(tomas).toHaveURL('/');
  await expect(tomas.getByRole('link', { name: 'Removed here' })).toHaveCount(0);
  await tomas.goto(address);
  await expect(tomas.getByText('This browser does not know that circle')).toBeVisible();

  await expect(personRow(page, 'Tomás')).toContainText('not here');
  await tomas.goto(link);
  await tomas.getByRole('button', { name: 'This is me: Tomás' }).click();
  await expect(personRow(tomas, 'Tomás')).toContainText('you');
});

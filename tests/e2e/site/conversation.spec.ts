import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

test('a made-up presenter opens up, is there again after a reload, and shows what opened what', async ({
  page,
  context,
}) => {
  await page.setViewportSize({ width: 390, height: 780 });
  await page.goto('./practice/conversations/');
  await page.getByRole('link', { name: 'The handover' }).click();
  const field = page.getByLabel('What do you say to Nkechi?');
  const log = page.getByRole('log');

  await field.fill('Does he know?');
  await field.press('Enter');
  await expect(log).toContainText('I suppose so.');
  await expect(field).toHaveValue('');
  await expect(field).toBeFocused();

  await field.fill('You should tell him.');
  await page.getByRole('button', { name: 'A hint' }).click();
  await expect(page.getByRole('status')).not.toBeEmpty();
  await field.press('Enter');
  await expect(log).toContainText('it isn’t that simple');

  await field.fill('What happened at that moment?');
  await field.press('Enter');
  await expect(log).toContainText('the name of a drug');
  await field.fill('So you gave');
  await page.reload();
  await expect(log).toContainText('the name of a drug');
  await expect(field).toHaveValue('So you gave');

  await context.setOffline(true);
  await page.getByText('I said it aloud').click();
  await page.getByRole('button', { name: 'I gave their words back' }).click();
  await expect(log).toContainText('everybody waited');
  await context.setOffline(false);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  await page.getByRole('button', { name: 'End here' }).click();
  await expect(page.getByRole('heading', { name: 'What opened what' })).toBeFocused();
  const over = page.getByRole('region', { name: 'What opened what' });
  await expect(over.getByRole('listitem')).toContainText([
    'A short answer fitted, and Nkechi gave one.',
    'Nkechi heard advice in it, was polite, and closed a little.',
    'Nkechi told you something new, and opened a little.',
    'You gave some words back, aloud.',
  ]);
  await expect(over).toContainText('ask what it would be good for');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByRole('button', { name: 'Begin again' }).click();
  await expect(log).toBeEmpty();
  await expect(field).toBeFocused();
});

test('where the browser keeps nothing, the conversation goes on and says so', async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await page.goto('./practice/conversations/the-treasurer/');
  await page.getByLabel('What do you say to Rahim?').fill('What do you feel when they clap?');
  await page.getByRole('button', { name: 'Ask', exact: true }).click();
  await expect(page.getByRole('log')).toContainText('I’m tired of it');
  await expect(page.getByRole('status')).toContainText('keeps nothing');
});

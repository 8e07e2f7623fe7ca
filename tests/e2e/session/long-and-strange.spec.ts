import type { Page } from '@playwright/test';
import { expect, gather, goOn, goOnUntil, meet, seatOf, test, type Person } from './people.ts';

const LONG = 'long '.repeat(2_000);
const told = /That is [\d,]+ characters more than fits here/;

const isIn = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.outerHTML.includes('long long'));

/** Writes far too much, tries to send it by `send`, reloads, and finds the words and the sentence still there. */
async function writeTooMuch(
  { page }: Person,
  label: string,
  send: () => Promise<void>,
  find: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const field = page.getByRole('textbox', { name: label, exact: true });
  await find();
  await field.fill(LONG);
  await expect(page.getByText(told).first(), label).toBeVisible();
  await send();
  await expect(field, label).toHaveValue(LONG);
  await page.reload();
  await expect(page.locator('.time')).toBeVisible();
  await find();
  await expect(field, `${label}, after a reload`).toHaveValue(LONG);
  await expect(page.getByText(told).first(), label).toBeVisible();
}

test('10,000 characters anywhere get a sentence, stay, and go to nobody', async ({ person }) => {
  const ana = await person('👩🏽‍🚀 Ana');
  const ben = await person('عائشة بنت أحمد');
  const both = [ana, ben];
  const press = (who: Person, name: string) => () =>
    who.page.getByRole('button', { name, exact: true }).click();
  const leave = (who: Person) => () => who.page.getByRole('heading', { level: 1 }).click();
  await gather([ana, ben]);
  await meet([ana, ben], { presenter: ana.name });
  await expect(seatOf(ben.page, ana.name)).toContainText('presents');

  await goOn(ana, 'Norms', both);
  await ana.page.getByRole('button', { name: 'Propose a norm' }).click();
  await ana.page.getByLabel('In your own words').fill('We say “I”.');
  await ana.page.getByRole('button', { name: 'Propose', exact: true }).click();
  const norm = press(ben, 'Propose a norm');
  const cannotSend = () =>
    expect(ben.page.getByRole('button', { name: 'Propose', exact: true })).toBeDisabled();
  await writeTooMuch(ben, 'In your own words', cannotSend, norm);
  await ben.page.keyboard.press('Escape');
  await press(ben, 'I object')();
  await expect(ana.page.getByText(`${ben.name} objects`)).toBeVisible();
  await writeTooMuch(ben, 'Because…', leave(ben));

  await goOn(ana, 'Focus', both);
  await writeTooMuch(ana, 'The question, in one sentence', leave(ana));
  await goOn(ana, 'Present', both);
  await writeTooMuch(ana, 'What it is about, in one line', leave(ana));
  await goOnUntil(ana, 'Explore', both);
  await writeTooMuch(ben, 'My question', press(ben, 'I asked it'));
  await goOnUntil(ana, 'Learn', both);
  await writeTooMuch(ben, 'What I learned about myself', press(ana, 'Show all together'));
  await goOn(ana, 'Commit', both);
  await writeTooMuch(ana, 'I will', press(ana, 'Write it down'));
  for (const { page, name } of both) expect(await isIn(page), name).toBe(false);

  await test.step('what is nothing but spaces is not sent as words', async () => {
    await ana.page.getByRole('textbox', { name: 'I will', exact: true }).fill('   ');
    await press(ana, 'Write it down')();
    await expect(ana.page.getByText('Write what you will do, in one line.')).toBeVisible();
    await ana.page.getByRole('button', { name: 'Back to Learn' }).click();
    await ana.page.getByRole('button', { name: 'Back to Respond' }).click();
    await ana.page.getByRole('button', { name: 'Back to Explore' }).click();
    await ben.page.getByLabel('My question').fill(' \n ');
    await press(ben, 'I asked it aloud')();
    await expect(ana.page.locator('.latest').getByText('asked aloud')).toBeVisible();
  });
});

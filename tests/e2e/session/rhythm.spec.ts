import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expectNoObjection } from '../objections.ts';
import { begin, enter, expect, expectPhase, gather, goOnUntil, test } from './people.ts';

const YEAR = new Date().getFullYear() + 1;
/** When clocks go forward in New York. */
const secondSundayOfMarch = `${YEAR}-03-${String(14 - ((new Date(Date.UTC(YEAR, 2, 1)).getUTCDay() + 6) % 7)).padStart(2, '0')}`;
const SITUATION = 'A supplier is late, and I say nothing';

/** Opens what there is about the next date. */
async function more(page: Page, what: string): Promise<void> {
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: what }).click();
}

async function setDate(page: Page, day: string): Promise<void> {
  await page.getByRole('button', { name: 'Set a date' }).click();
  await page.getByLabel('Day').fill(day);
  await page.getByLabel('Time').fill('15:00');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
}

test('two set a date while they are apart: one counts, both see the other, and a tap takes it', async ({
  person,
}) => {
  const ana = await person('Ana', { zone: 'Asia/Tokyo' });
  const ben = await person('Ben', { phone: true, zone: 'America/New_York' });
  const link = await gather([ana, ben]);
  await ana.page.goto('about:blank');
  await ben.page.getByRole('button', { name: 'Set a date' }).click();
  await ben.page.getByLabel('Time').fill('02:30');
  await ben.page.getByLabel('Day').pressSequentially(`0231${YEAR}`);
  await ben.page.getByRole('button', { name: 'Save' }).click();
  await expect(ben.page.getByText('That day is not in the calendar.')).toBeVisible();
  await ben.page.getByLabel('Day').fill(secondSundayOfMarch);
  await expect(ben.page.getByText('there is no 02:30 on that day. 03:30 is taken.')).toBeVisible();
  await ben.page.keyboard.press('Escape');
  await setDate(ben.page, `${YEAR}-12-02`);
  await ben.page.goto('about:blank');
  await ana.page.goto(link);
  await setDate(ana.page, `${YEAR}-12-03`);
  await ben.page.goto(link);

  for (const { page } of [ana, ben]) {
    await expect(page.getByText('Two dates were set at the same time.')).toBeVisible();
  }
  // One of the two was set where it is another time here, whichever counts.
  const elsewhere = async (): Promise<number> =>
    (await ana.page.getByText(/Set as .*3:00 PM in America\/New York\./).count()) +
    (await ben.page.getByText(/Set as .*3:00 PM in Asia\/Tokyo\./).count());
  await expect.poll(elsewhere).toBe(1);
  const other = /(Ana|Ben|You) had set/;
  await expect(ana.page.getByText(other)).toBeVisible();
  await expectNoObjection(ben.page, 'two dates', ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']);
  const before = await ben.page.locator('.when').innerText();
  await ben.page.getByRole('button', { name: /^Take that one/ }).click();
  for (const { page } of [ana, ben]) {
    await expect(page.getByText(other)).toBeHidden();
    await expect(page.locator('.when')).not.toHaveText(before);
  }
});

test('a circle prepares, shares what it prepared, agrees on a number, fixes a date and takes it into a calendar', async ({
  person,
}) => {
  const ana = await person('Ana');
  const ben = await person('Ben', { phone: true });
  const both = [ana, ben];
  await gather([ben, ana]);
  await setDate(ben.page, `${YEAR}-12-02`);
  await more(ben.page, 'Change the date');
  await ben.page.getByRole('radio', { name: /^Ana/ }).first().check();
  await ben.page.getByRole('button', { name: 'Save' }).click();

  await ana.page.getByRole('button', { name: 'Prepare what you bring' }).click();
  await ana.page.getByLabel('The situation in one sentence').fill(SITUATION);
  await ana.page.getByRole('button', { name: 'Done' }).click();
  await begin(ben, { format: /Half an hour/, presenter: 'Ana' });
  await enter(ana);
  await goOnUntil(ben, 'Present', both);
  await expect(ben.page.getByText(SITUATION)).toHaveCount(0);
  await ana.page.getByRole('button', { name: 'Share this line' }).click();
  await goOnUntil(ben, 'Explore', both);
  await expect(ben.page.getByText(SITUATION)).toBeVisible();
  await goOnUntil(ben, 'Commit', both);
  await ben.page.locator('.onward').click();
  await ben.page.getByRole('button', { name: 'Go on without one' }).click();
  for (const { page } of both) await expectPhase(page, 'Close');

  await ana.page.getByRole('button', { name: 'Agree on 2 sessions' }).click();
  await expect(ben.page.getByText('Session 1 of 2.')).toBeVisible();
  await ana.page.getByRole('button', { name: 'Change', exact: true }).first().click();
  await ana.page.getByRole('button', { name: 'In 2 weeks' }).click();
  await ana.page.getByRole('button', { name: 'Save' }).click();
  await expect(ben.page.getByText(/We meet again on/)).toBeVisible();
  await ben.page.getByRole('button', { name: 'Close the session' }).click();
  await expect(ana.page.getByText('The session is closed')).toBeVisible();

  await ben.page.getByRole('button', { name: 'Put it in your calendar' }).click();
  const dialog = ben.page.getByRole('dialog');
  await expect(dialog.getByRole('link', { name: 'Add to Google' })).toHaveAttribute(
    'href',
    /^https:\/\/calendar\.google\.com\/.*text=Peer\+circle/,
  );
  await expect(dialog.getByRole('link', { name: 'Add to Outlook' })).toHaveAttribute(
    'rel',
    'noopener noreferrer',
  );
  await expectNoObjection(ben.page, 'the calendar', ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']);
  const download = ben.page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Calendar file' }).click();
  const file = await readFile(await (await download).path(), 'utf8');
  expect(file).toContain('SUMMARY:Peer circle\r\n');
  expect(file).toContain('/circle/\r\n');
  expect(file).not.toMatch(/#|Thursday mornings|Ana|Ben|supplier/);
  await ben.page.keyboard.press('Escape');

  await ben.page.getByRole('button', { name: 'To the circle’s page' }).click();
  await expect(ben.page.getByText('It will be session 2 of 2.')).toBeVisible();
  await more(ben.page, 'Words for your chat');
  await expect(ben.page.getByText(/^We meet on .* Still good for everyone\?$/)).toBeVisible();
  await expect(ben.page.getByRole('dialog')).not.toContainText('supplier');
});

import { expect, test, type Page } from '@playwright/test';

const pick = (page: Page, norm: string) =>
  page.getByRole('button', { name: `Pick: ${norm}` }).click();
const listed = (page: Page, which: 'mine' | 'theirs') =>
  page.getByRole('region', {
    name: which === 'mine' ? 'On your list' : 'On the list you were sent',
  });

test('a shortlist is picked, ordered by keys, sent as a link, and compared with another', async ({
  page,
  browser,
}) => {
  await page.goto('./norms/');
  await pick(page, 'We keep each other’s stories here');
  await pick(page, 'We give everyone a first turn');
  await expect(page.getByRole('status')).toHaveText('2 of 7 are on your shortlist.');
  await page.goto('./norms/career-change/');
  await pick(page, 'We let a bad week be a bad week');
  await page.goto('./norms/about/questions/');
  await pick(page, 'We ask one short question, then stop.');
  await page.getByRole('link', { name: 'Look at it' }).click();

  const mine = listed(page, 'mine');
  await mine.getByLabel('One in your own words').fill('We say <b>stop</b> when we are tired.');
  await mine.getByRole('button', { name: 'Put it on the list' }).click();
  await mine.getByRole('button', { name: 'Up: We ask one short question' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Alt+ArrowUp');
  await expect(mine.getByRole('status')).toContainText('Now 2 of 5: We ask one short');
  await expect(mine.getByRole('button', { name: 'Up: We ask one short question' })).toBeFocused();
  await page.reload();
  await expect(mine.getByRole('listitem')).toContainText([
    'We keep',
    'We ask one',
    'We give',
    'We let a bad week',
    'We say <b>stop</b>',
  ]);
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page(?!s)/g)).toHaveLength(1);
  const link = await page.getByRole('group', { name: 'The link of your shortlist' }).innerText();

  const context = await browser.newContext();
  const other = await context.newPage();
  await other.goto('./norms/');
  await pick(other, 'We give everyone a first turn');
  await other.goto(link);
  const theirs = listed(other, 'theirs');
  await expect(theirs).toContainText('One is on both lists.');
  await expect(theirs.getByRole('listitem')).toHaveCount(5);
  await theirs.getByRole('button', { name: 'Put it on mine: We say <b>stop</b>' }).click();
  await expect(listed(other, 'mine').getByRole('listitem')).toHaveCount(2);
  await expect(theirs).toContainText('2 are on both lists.');

  for (const [fragment, sentence, count] of [
    [link.slice(link.indexOf('#')).replace('qa2.', ''), 'was cut or changed', 4],
    ['#2.next.co1.{new}.vo1', 'newer version', 2],
    [`#1.0000.${'co1.co2.co3.co4.co5.co6.vo1.vo2.vo3'}`, 'more than seven', 7],
    ['#<script>', 'There is no shortlist in this link', 0],
  ] as const) {
    await other.evaluate((hash) => (location.hash = hash), fragment);
    await expect(other.getByRole('alert')).toContainText(sentence);
    await expect(theirs.getByRole('listitem')).toHaveCount(count);
  }
  // Whoever likes a whole set takes it with one tap.
  await other.goto('./norms/twenty-minutes/');
  await other.getByRole('button', { name: /^Pick all \d/ }).press('Enter');
  await expect(other.getByRole('link', { name: 'Look at it' })).toBeFocused();
  await expect(other.getByRole('button', { name: /^Pick: / })).toHaveCount(0);
  await expect(other.getByRole('button', { name: /^Pick all/ })).toHaveCount(0);
  await context.close();
});

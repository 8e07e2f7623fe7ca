import { blockWebRtc } from '../../support/blocked-network.ts';
import { joinCircle } from '../circle/steps.ts';
import { expect, found, goOnUntil, join, meet, msLeft, strip, test } from './people.ts';

/** How long the seed60 format explores. */
const EXPLORE_MINUTES = 17;

test('two whose networks let no direct connection through are in the session all the same', async ({
  person,
}) => {
  const [ana, ben] = [await person('Ana'), await person('Ben')];
  const [eva, finn] = [await person('Eva', { phone: true }), await person('Finn')];
  const all = [ana, ben, eva, finn] as const;
  for (const { page } of [eva, finn]) await page.addInitScript(blockWebRtc);
  const link = await found(ana, 'Thursday mornings');
  await join(ben, link);
  await Promise.all([eva, finn].map(({ page, name }) => joinCircle(page, link, name, 20_000)));

  const rows = eva.page.getByRole('region', { name: 'Who is here' }).getByRole('listitem');
  await expect(rows.getByText('here, through the meeting point, slower')).toHaveCount(1);
  await expect(rows.getByText(/here, through (Ana|Ben)$/)).toHaveCount(2);

  await meet(all, { presenter: 'Ana' });
  await goOnUntil(ana, 'Explore', all);
  const left = await Promise.all(all.map(({ page }) => msLeft(page, EXPLORE_MINUTES)));
  expect(Math.max(...left) - Math.min(...left)).toBeLessThan(1500);

  await ben.page.getByRole('button', { name: 'I asked it aloud' }).click();
  const asking = strip(ana.page).filter({ hasText: 'asking' });
  await expect(asking).toContainText(/Eva|Finn/);
  const isEvas = (await asking.innerText()).includes('Eva');
  const [first, second] = isEvas ? [eva, finn] : [finn, eva];
  for (const [from, others, words] of [
    [first, [ana, ben, second], 'What would you miss?'],
    [second, [ana, ben, first], 'Who else knows?'],
  ] as const) {
    await from.page.getByLabel('My question').fill(words);
    await from.page.getByRole('button', { name: 'I asked it', exact: true }).click();
    for (const { page } of others) await expect(page.getByText(words).first()).toBeVisible();
  }
});

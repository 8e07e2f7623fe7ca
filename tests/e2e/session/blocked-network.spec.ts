import { blockWebRtc } from '../../support/blocked-network.ts';
import { joinCircle } from '../circle/steps.ts';
import {
  begin,
  enter,
  expect,
  expectPhase,
  found,
  goOnUntil,
  msLeft,
  strip,
  test,
  type Person,
} from './people.ts';

/** How long the seed60 format explores. */
const EXPLORE_MINUTES = 17;

/** Who asks now, as this screen shows it. */
async function asking(on: Person, all: readonly Person[]): Promise<Person> {
  const seat = strip(on.page).filter({ hasText: 'asking' });
  await expect(seat).toHaveCount(1);
  const who = await seat.locator('strong').innerText();
  const person = all.find(({ name }) => name === who);
  if (!person) throw new Error(`nobody of ours asks: ${who}`);
  return person;
}

async function seenBy(all: readonly Person[], words: string): Promise<void> {
  for (const { page } of all) await expect(page.getByText(words).first()).toBeVisible();
}

test('six have a whole session, two of them in networks that let no direct connection through @alone', async ({
  person,
}) => {
  const [ana, ben, chen] = [await person('Ana'), await person('Ben'), await person('Chen')];
  const dora = await person('Dora');
  const [eva, finn] = [await person('Eva', { phone: true }), await person('Finn')];
  const all = [ana, ben, chen, dora, eva, finn] as const;
  const others = [ana, ben, chen, dora, finn];
  for (const { page } of [eva, finn]) await page.addInitScript(blockWebRtc);
  const link = await found(ana, 'Thursday mornings');
  await Promise.all(all.slice(1).map(({ page, name }) => joinCircle(page, link, name, 25_000)));

  const rows = eva.page.getByRole('region', { name: 'Who is here' }).getByRole('listitem');
  await expect(rows.getByText('here, through the meeting point, slower')).toHaveCount(1);
  await expect(rows.getByText(/here, through (Ana|Ben|Chen|Dora)$/)).toHaveCount(4);

  await begin(finn, { presenter: 'Eva' });
  await Promise.all([ana, ben, chen, dora, eva].map(enter));
  for (const { page } of all) await expect(strip(page)).toHaveCount(6);

  await goOnUntil(finn, 'Focus', all);
  const question = ({ page }: Person) => page.getByLabel('The question, in one sentence');
  await question(eva).fill('How do I stop rescuing?');
  await question(eva).press('Enter');
  for (const other of others) {
    await expect(question(other)).toHaveValue('How do I stop rescuing?');
  }

  await goOnUntil(finn, 'Explore', all);
  const left = await Promise.all(all.map(({ page }) => msLeft(page, EXPLORE_MINUTES)));
  expect(Math.max(...left) - Math.min(...left)).toBeLessThan(1500);
  for (let by = await asking(eva, others); ; by = await asking(eva, others)) {
    const words = `What would ${by.name} not see?`;
    await by.page.getByLabel('My question').fill(words);
    await by.page.getByRole('button', { name: 'I asked it', exact: true }).click();
    await seenBy([eva, finn, ana], words);
    if (by === finn) break;
  }

  await goOnUntil(finn, 'Learn', all);
  for (const { page, name } of [eva, finn, ben]) {
    await page.getByLabel('What I learned about myself').fill(`${name} learned to wait.`);
  }
  await dora.page.getByRole('button', { name: 'Show all together' }).click();
  for (const { name } of [eva, finn, ben]) await seenBy(all, `${name} learned to wait.`);

  await goOnUntil(finn, 'Commit', all);
  await eva.page.getByRole('textbox', { name: 'I will', exact: true }).fill('let Leila plan');
  await eva.page.getByRole('button', { name: 'Write it down' }).click();
  await seenBy(others, 'let Leila plan');

  await goOnUntil(finn, 'Close', all);
  await expectPhase(eva.page, 'Close');
  await eva.page.getByRole('button', { name: 'Close the session' }).click();
  await eva.page.getByRole('button', { name: 'Close without a date' }).click();
  await seenBy(all, 'The session is closed');
});

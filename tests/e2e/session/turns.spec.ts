import { begin, enter, expect, gather, seatOf, test } from './people.ts';

test('roles are suggested and exchanged, and a circle shows whose turn it is', async ({
  person,
}) => {
  const [ana, ben] = [await person('Ana'), await person('Ben', { phone: true })];
  const cleo = await person('Cleo');
  const all = [ana, ben, cleo] as const;
  await gather([ana, ben, cleo]);
  await begin(ana, {});
  for (const each of [ben, cleo]) await enter(each);

  // One tap takes what the rota says, on all screens.
  const suggested = ben.page.getByText(/^Suggested: /);
  await expect(suggested).toContainText(/ presents?/);
  await ben.page.getByRole('button', { name: 'Take it so' }).click();
  await expect(suggested).toHaveCount(0);
  const presents = async (name: string): Promise<boolean> =>
    (await seatOf(cleo.page, name).innerText()).includes('presents');
  await expect(cleo.page.locator('.people .role', { hasText: 'presents' })).toHaveCount(1);
  const presenter = (await presents('Ana')) ? ana : (await presents('Ben')) ? ben : cleo;
  const other = all.find((each) => each !== presenter) ?? ana;

  // Both agree, and everyone sees it.
  await presenter.page.getByText('Exchange my role').click();
  await presenter.page.getByRole('button', { name: other.name, exact: true }).click();
  await other.page.getByRole('button', { name: 'Agreed' }).click();
  const exchanged = `${presenter.name} and ${other.name} have exchanged their roles.`;
  for (const { page } of all) await expect(page.getByText(exchanged)).toBeVisible();
  await expect(other.page.locator('.people li', { hasText: 'presents' })).toContainText('You');

  await ana.page.getByRole('button', { name: 'More', exact: true }).click();
  await ana.page.getByRole('button', { name: 'End the session now' }).click();
  await ana.page.getByRole('button', { name: 'End it for everyone' }).click();
  await ana.page.getByRole('button', { name: 'To the circle’s page' }).click();
  await expect(ana.page.getByRole('region', { name: 'Whose turn' })).toContainText(
    'next to present',
  );

  await ana.page.getByRole('link', { name: 'Who did what so far' }).click();
  await ana.page.getByText('As a table').click();
  await expect(ana.page.getByRole('table')).toContainText(other.name);
  await expect(
    ana.page.getByText(`${other.name} presented in ${presenter.name}’s place.`),
  ).toBeVisible();
});

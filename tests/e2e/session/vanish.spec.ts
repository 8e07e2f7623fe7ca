import {
  expect,
  expectPhase,
  gather,
  goOn,
  goOnUntil,
  meet,
  personWith,
  seatOf,
  test,
} from './people.ts';

test.use({ serviceWorkers: 'allow' });

test('who began it is killed, the steward’s tab goes, and the others bring it to its close', async ({
  person,
  playwright,
  browserName,
  launchOptions,
}) => {
  const type = playwright[browserName];
  const doomed = await type.launchServer(launchOptions);
  const anas = await type.connect(doomed.wsEndpoint());
  const danas = await type.launch(launchOptions);
  const [ana, dana] = [await personWith(anas, 'Ana'), await personWith(danas, 'Dana')];
  const [ben, chris] = [await person('Ben'), await person('Chris')];
  const left = [ben, dana];

  await gather([ana, ben, chris, dana]);
  await meet([ana, ben, chris, dana], { presenter: 'Ben', steward: 'Chris' });
  await goOnUntil(chris, 'Explore', [ana, ben, chris, dana]);
  await ana.page.getByLabel('My question').fill('What do they learn if you wait?');
  await ana.page.getByRole('button', { name: 'I asked it' }).click();
  for (const { page } of left) {
    await expect(page.locator('.latest').getByText('What do they learn')).toBeVisible();
  }

  await test.step('Ana’s browser is killed, and Chris’s page is gone without a word', async () => {
    await doomed.kill();
    await chris.page.close({ runBeforeUnload: false });
    for (const { page } of left) {
      await expect(seatOf(page, 'Ana')).toContainText('not here');
      await expect(seatOf(page, 'Chris')).toContainText('not here');
    }
  });

  await test.step('Ben and Dana go on and close', async () => {
    await dana.page.getByRole('button', { name: 'Go past Chris' }).click();
    await expect(dana.page.getByRole('heading', { level: 2 })).toContainText('Your turn.');
    await dana.page.getByRole('button', { name: 'I asked it aloud' }).click();
    await goOn(dana, 'Respond', left);
    await goOn(ben, 'Learn', left);
    await dana.page.getByLabel('What I learned about myself').fill('I can lead, too.');
    await ben.page.getByRole('button', { name: 'Show all together' }).click();
    await expect(ben.page.getByText('I can lead, too.')).toBeVisible();
    await goOn(ben, 'Commit', left);
    await ben.page.getByRole('textbox', { name: 'I will', exact: true }).fill('wait a second');
    await ben.page.getByRole('button', { name: 'Write it down' }).click();
    await goOn(dana, 'Close', left);
    await dana.page.getByRole('button', { name: 'Close the session' }).click();
    await dana.page.getByRole('button', { name: 'Close without a date' }).click();
    for (const { page } of left) await expectPhase(page, 'Thank you for asking well');
  });

  await test.step('Chris comes back, and finds it closed', async () => {
    const page = await chris.context.newPage();
    await page.goto('/');
    await page.getByRole('link', { name: 'Thursday mornings' }).click();
    await expect(page.getByText('wait a second')).toBeVisible();
    await expect(page.getByRole('button', { name: /A session is on/ })).toHaveCount(0);
  });
  expect(dana.errors).toEqual([]);
  await danas.close();
});

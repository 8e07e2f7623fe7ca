import { expect, gather, goOn, meet, test, type Person } from './people.ts';

test('a whole session in which only the action is written feels complete', async ({ person }) => {
  const [ana, ben, chris] = [await person('Ana'), await person('Ben'), await person('Chris')];
  const all: Person[] = [ana, ben, chris];
  await gather([ana, ben, chris]);
  await meet([ana, ben, chris], { presenter: 'Ana', steward: 'Chris' });
  const instruction = ({ page }: Person) => page.getByRole('heading', { level: 2 });

  await goOn(chris, 'Norms', all);
  await chris.page.getByRole('button', { name: 'Propose a norm' }).click();
  await chris.page
    .getByRole('button', { name: /^Propose: / })
    .first()
    .click();
  await chris.page.keyboard.press('Escape');
  for (const { page } of [ana, ben]) {
    await page.getByRole('button', { name: 'I can keep this' }).click();
  }
  for (const { page } of all) await page.getByRole('button', { name: 'I’m in' }).click();

  await goOn(chris, 'Focus', all);
  await expect(ana.page.getByText('Saying it aloud is enough.')).toBeVisible();
  await goOn(chris, 'Present', all);
  await goOn(chris, 'Clarify', all);
  await goOn(chris, 'Think', all);
  await goOn(chris, 'Explore', all);
  for (const asks of [ben, chris, ben]) {
    await expect(instruction(asks)).toContainText('Your turn.');
    await asks.page.getByRole('button', { name: 'I asked it aloud' }).click();
    await expect(ana.page.locator('.latest')).toContainText(`${asks.name} asked`);
  }
  await ana.page.locator('.latest').getByRole('button', { name: 'It opened something' }).click();
  await goOn(chris, 'Respond', all);
  await expect(ana.page.getByText('asked aloud')).toHaveCount(3);
  await expect(ana.page.getByRole('button', { name: 'Opened something', exact: true })).toHaveCount(
    1,
  );

  await goOn(chris, 'Learn', all);
  await ben.page.getByRole('button', { name: 'Show all together' }).click();
  for (const { page } of all) {
    await expect(page.getByText('Nobody has written theirs down.')).toBeVisible();
  }
  await goOn(chris, 'Commit', all);
  await ben.page.getByRole('textbox', { name: 'I will', exact: true }).fill('wait a second');
  await ben.page.getByRole('button', { name: 'Write it down' }).click();
  await expect(instruction(ana)).toContainText('is it yours?');
  await goOn(chris, 'Close', all);
  await chris.page.getByRole('button', { name: 'Close the session' }).click();
  await chris.page.getByRole('button', { name: 'Close without a date' }).click();
  for (const { page } of all) {
    await expect(page.getByText('The session is closed.')).toBeVisible();
    await expect(page.getByText('wait a second')).toBeVisible();
  }
});

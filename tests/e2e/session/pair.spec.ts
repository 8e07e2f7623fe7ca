import { expect, gather, goOn, meet, test, type Person } from './people.ts';

async function commitTo({ page }: Person, action: string): Promise<void> {
  await page.getByRole('textbox', { name: 'I will', exact: true }).fill(action);
  await page.getByRole('button', { name: 'Write it down' }).click();
}

test('two people swap roles, and each leaves with an action', async ({ person }) => {
  const [ana, ben] = [await person('Ana'), await person('Ben', { phone: true })];
  const both = [ana, ben];
  const instruction = ({ page }: Person) => page.getByRole('heading', { level: 2 });
  await gather([ana, ben]);
  await meet([ana, ben], { format: /Two in turn/, presenter: 'Ana' });

  await goOn(ana, 'Norms', both);
  await goOn(ben, 'Focus', both);
  await goOn(ben, 'Listen', both);
  await expect(instruction(ana)).toContainText('You have the floor');
  await expect(instruction(ben)).toContainText('You listen');
  await goOn(ben, 'Explore', both);
  await expect(instruction(ben)).toContainText('Your turn.');
  await goOn(ben, 'Commit', both);
  await commitTo(ana, 'sleep before I answer');
  await expect(ben.page.getByRole('region', { name: 'Ana’s action' })).toContainText(
    'sleep before',
  );

  await goOn(ana, 'Focus', both);
  await expect(ana.page.getByText('sleep before I answer')).toHaveCount(0);
  await goOn(ana, 'Listen', both);
  await expect(instruction(ben)).toContainText('You have the floor');
  await expect(instruction(ana)).toContainText('You listen');
  await goOn(ana, 'Explore', both);
  await expect(instruction(ana)).toContainText('Your turn.');
  await goOn(ana, 'Commit', both);
  await commitTo(ana, 'call the landlord');
  await expect(ben.page.getByRole('region', { name: 'Your action' })).toContainText('landlord');

  await goOn(ben, 'Learn', both);
  await goOn(ben, 'Close', both);
  await ben.page.getByRole('button', { name: 'Close the session' }).click();
  await ben.page.getByRole('button', { name: 'Close without a date' }).click();
  for (const { page } of both) {
    await expect(page.getByText('The session is closed.')).toBeVisible();
    await expect(page.getByText('sleep before I answer')).toBeVisible();
    await expect(page.getByText('call the landlord')).toBeVisible();
  }
});

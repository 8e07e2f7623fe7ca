import { expect, expectPhase, goOnUntil, test } from '../session/people.ts';

test('a question that was brought along is at hand in a session, and the others can be filtered', async ({
  person,
}) => {
  const ana = await person('Ana');
  const { page } = ana;
  await page.goto('/questions/');
  await page.getByText('To learn', { exact: true }).click();
  await expect(page.getByText('What surprised you?')).toBeVisible();
  await expect(page.getByText('What is the heart of this for you?')).toBeHidden();
  await page.getByText('All', { exact: true }).click();

  const brings = (question: string) =>
    page.getByRole('button', { name: `Bring along: ${question}` });
  await brings('How do you know?').click();
  await brings('What do you miss?').click();
  await expect(page.getByRole('status')).toContainText('2 questions come along');
  await brings('What do you miss?').click();
  await expect(page.getByRole('status')).toContainText('One question comes along');

  await page.goto('/circle/#try');
  await expectPhase(page, 'Arrive');
  await goOnUntil(ana, 'Explore', [ana]);
  await page.getByText('A question you brought along').click();
  await page.getByRole('button', { name: 'Take this one' }).click();
  await expect(page.getByLabel('My question')).toHaveValue('How do you know?');
  await expect(page.getByText('A question you brought along')).toBeHidden();
});

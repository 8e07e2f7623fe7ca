import { expectNoObjection } from '../objections.ts';
import { enter, expect, expectPhase, gather, goOnUntil, test } from './people.ts';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

test('a session fits who came and what they want: somebody steps in, there is less time, and ideas wait for the presenter', async ({
  person,
}) => {
  const [ana, ben, tomas] = [
    await person('Ana'),
    await person('Ben', { phone: true }),
    await person('Tomás'),
  ];
  const both = [ana, ben];
  const instruction = ({ page }: typeof ana) => page.getByRole('heading', { level: 2 });
  await gather([ana, ben, tomas]);

  await test.step('by what somebody would like and by how many they are', async () => {
    await ana.page.getByRole('button', { name: 'Start a session' }).click();
    const dialog = ana.page.getByRole('dialog', { name: 'Start a session' });
    await dialog.getByLabel('What would you like today?').selectOption('I want ideas');
    await expect(dialog.getByRole('radio', { name: /Three short rounds/ })).toBeChecked();
    const quick = dialog.getByRole('radio', { name: /Quick ideas/ });
    await expect(quick).toBeDisabled();
    await expect(dialog.getByText('From 4 people on.').first()).toBeVisible();
    await expectNoObjection(ana.page, 'the choice of a session', rules);
    await dialog.getByLabel('How many of you?').selectOption('4 of us');
    await expect(quick).toBeChecked();
    await expect(dialog.getByText('Ideas: the presenter asks for it').first()).toBeVisible();
    await dialog
      .getByRole('group', { name: /brings something/ })
      .getByRole('radio', { name: 'Tomás' })
      .check();
    await dialog.getByRole('button', { name: 'Start for everyone' }).click();
    await expectPhase(ana.page, 'Arrive');
    await enter(ben);
  });

  await test.step('whoever was to present has not come', async () => {
    await expect(ana.page.getByText('There are 2 of you now.')).toBeVisible();
    await expectNoObjection(ana.page, 'a presenter who is not here', rules);
    await ben.page.getByRole('button', { name: 'Go on without Tomás' }).click();
    for (const { page } of both) {
      await expect(page.getByText(/brings? something, in the place of Tomás/)).toBeVisible();
    }
    const first = await ana.page.getByText(/in the place of Tomás/).innerText();
    await ana.page.getByRole('button', { name: /would rather not today/ }).click();
    await expect(ana.page.getByText(first)).toHaveCount(0);
  });

  await test.step('forty minutes are left, and anyone can go back', async () => {
    await ana.page.getByRole('button', { name: 'Another session, or less time' }).click();
    const dialog = ana.page.getByRole('dialog', { name: 'What fits today?' });
    await dialog.getByLabel('How many of you?').selectOption('4 of us');
    await dialog.getByLabel('How much time?').selectOption('40 min');
    await expect(dialog.getByRole('radio', { name: /Quick ideas.*40 min/ })).toBeChecked();
    await dialog.getByRole('button', { name: 'Take it, for everyone' }).click();
    await expect(ben.page.getByText('Ana took “Quick ideas”')).toBeVisible();
    await ben.page.getByRole('button', { name: 'Back to what it was' }).click();
    await expect(ana.page.getByText('Ben took “Quick ideas”')).toBeVisible();
  });

  const isAna = await ana.page.getByText('You bring something').isVisible();
  const [presenter, coach] = isAna ? [ana, ben] : [ben, ana];

  await test.step('ideas wait for the presenter’s own word', async () => {
    await goOnUntil(coach, 'Ideas', both);
    await expect(instruction(coach)).toContainText('Nobody offers anything yet.');
    await expect(coach.page.getByRole('button', { name: /ideas/ })).toHaveCount(0);
    await expectNoObjection(presenter.page, 'before ideas', rules);
    await presenter.page.getByRole('button', { name: 'No, ask me instead' }).click();
    for (const { page } of both) await expectPhase(page, 'Explore');
    await presenter.page.getByRole('button', { name: 'More', exact: true }).click();
    await presenter.page.getByRole('button', { name: 'I would like ideas after all' }).click();
    await presenter.page.keyboard.press('Escape');
    await expect(instruction(coach)).toContainText('We think aloud for');
    await expect(instruction(presenter)).toContainText('You listen.');
  });

  await test.step('what it took is seen at the close', async () => {
    await ana.page.getByRole('button', { name: 'More', exact: true }).click();
    await ana.page.getByRole('button', { name: 'End the session now' }).click();
    await ana.page.getByRole('button', { name: 'End it for everyone' }).click();
    await expect(ben.page.getByText(/^Planned: \d+ minutes/)).toBeVisible();
    await ben.page.getByText('As a table').click();
    await expect(ben.page.getByRole('row', { name: /^Ideas \d+ min/ })).toBeVisible();
    await expectNoObjection(ben.page, 'the time used', rules);
  });
});

import type { Page } from '@playwright/test';
import { expectNoObjection } from '../objections.ts';
import { expect, gather, goOnUntil, meet, test } from './people.ts';

/** Where things stand on the screen, and how high they are. */
const places = (page: Page) =>
  page.evaluate(() =>
    ['.hand', '.hand .draft', '.note', '.hand .acts', '.parked'].map((part) => {
      const { top, height } = document.querySelector(part)?.getBoundingClientRect() ?? {};
      return [part, top, height];
    }),
  );

test('the coach speaks to me alone while I write, moves nothing, and can be switched off', async ({
  person,
}) => {
  const { page } = await person('Ana', { phone: true });
  await page.goto('/circle/#try');
  for (const phase of ['Focus', 'Present', 'Explore'])
    await page.getByRole('button', { name: `On to ${phase}` }).click();
  const question = page.getByLabel('My question');
  const said = page.locator('.coach').getByRole('status');
  const button = (name: string) => page.getByRole('button', { name, exact: true });

  await expect(page.getByText(/First, say back three of their words: “/)).toBeVisible();
  await expect(question).toHaveAccessibleDescription('Only you see this');
  await button('Done').click();
  await expect(page.getByText(/First, say back/)).toHaveCount(0);

  // Markup in a question is words, and no more.
  const typed = '<img src=x onerror="throw 1"> Have you tried a shared calendar?';
  await question.fill(typed);
  const before = await places(page);
  await expect(said).toHaveText('This may be heard as an idea of yours.');
  expect(await places(page)).toEqual(before);
  await button('Look').click();
  const notes = page.getByRole('group', { name: 'What the coach noticed' });
  await expect(notes).toBeFocused();
  await expect(notes).toHaveAccessibleDescription(/may be heard as .*What need would it meet/);
  await expect(notes.getByText(/What need would it meet/)).toBeVisible();
  await expect(notes.locator('.person')).toHaveCount(0);
  await button('Show an example').click();
  await expect(button('Take it into my draft')).toHaveAccessibleDescription(
    'What have you tried so far?',
  );
  await expectNoObjection(page, 'what the coach noticed');
  await button('Take it into my draft').click();
  await expect(question).toHaveValue('What have you tried so far?');
  await expect(question).toBeFocused();
  await button('Bring my own words back').click();
  await expect(question).toHaveValue(typed);

  await button('Look').click();
  await button('Ask it anyway').click();
  await expect(button('I asked it')).toBeFocused();
  await expect(said).toBeEmpty();

  await button('Park it as an idea').click();
  await page.getByText('Parked advice: 1').click();
  await button('Turn it into a question').click();
  await button('Show an example').click();
  await button('Take it as my question').click();
  await expect(question).toHaveValue('How do you decide what comes first?');

  await question.fill('Did it go well?');
  await button('Look').click();
  await button('Switch the coach off').click();
  await expect(page.locator('.coach')).toHaveCount(0);
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByLabel(/The coach reads along/).check();
  await page.keyboard.press('Escape');
  await expect(said).toHaveText('This may get a yes or a no.');
});

test('a circle warms up together without names, and what I write with the coach stays mine', async ({
  person,
}) => {
  const [ana, ben] = [await person('Ana'), await person('Ben', { phone: true })];
  await gather([ana, ben]);
  await meet([ana, ben], { presenter: 'Ana' });

  await ben.page.getByRole('button', { name: 'Warm up together' }).click();
  const asked = ana.page.locator('.warm-up > .person');
  await expect(asked).toHaveText(/\?$/);
  await expect(ben.page.locator('.warm-up > .person')).toHaveText(await asked.innerText());
  await ana.page.getByLabel('How I would ask it').fill('How is it for you by now?');
  await ben.page.getByLabel('How I would ask it').fill('What is it like for you?');
  await expect(ana.page.getByText('What is it like for you?')).toHaveCount(0);
  await ben.page.getByRole('button', { name: 'Show all together' }).click();
  for (const { page } of [ana, ben]) {
    await expect(page.locator('.warm-up li')).toHaveCount(2);
    await expect(page.locator('.warm-up li').getByText(/Ana|Ben|You/)).toHaveCount(0);
  }
  await ana.page
    .locator('.warm-up li')
    .filter({ hasText: 'What is it like' })
    .getByRole('button', { name: 'I would like to be asked this one' })
    .click();
  await expect(ben.page.locator('.warm-up .picked')).toContainText('What is it like for you?');
  await expectNoObjection(ana.page, 'the warm-up');

  await goOnUntil(ben, 'Think', [ana, ben]);
  const button = (name: string) => ben.page.getByRole('button', { name, exact: true });
  await ben.page.getByLabel('And another').fill('Have you tried yoga?');
  await button('Look').click();
  await button('Show an example').click();
  await button('Take it into my draft').click();
  await expect(ben.page.getByLabel('And another')).toHaveValue('What have you tried so far?');

  await goOnUntil(ben, 'Explore', [ana, ben]);
  await button('Use my other question').click();
  await button('Bring my own words back').click();
  await expect(ben.page.getByLabel('My question')).toHaveValue('Have you tried yoga?');
  await ben.page.getByLabel('My question').fill('Why did you never tell them?');
  await expect(ben.page.getByText('This may be heard as a reproach.')).toBeVisible();
  expect(await ana.page.content()).not.toContain('never tell');
  expect(await ana.page.content()).not.toContain('reproach');

  await button('I asked it').click();
  await ben.page.getByText('Asked so far').click();
  await button('Change').click();
  const changed = ben.page.locator('.asked textarea');
  await expect(changed).toBeFocused();
  await expect(ben.page.locator('.asked').getByRole('status')).toHaveText(/a reproach/);
  await changed.fill('Have you tried a shared calendar?');
  await ben.page.locator('.asked').getByRole('button', { name: 'Look' }).click();
  await button('Show an example').click();
  await button('Take it into my draft').click();
  await expect(changed).toHaveValue('What have you tried so far?');
  await expectNoObjection(ben.page, 'the coach beside a question that is changed');
  await button('Save').click();
  await expect(ana.page.locator('.asked').getByText('What have you tried so far?')).toHaveCount(1);
});

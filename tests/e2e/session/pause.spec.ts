import type { Page } from '@playwright/test';
import { expect, gather, goOn, goOnUntil, meet, msLeft, test } from './people.ts';

const words = {
  focus: 'How do I stop rescuing?',
  challenge: 'My team waits for me.',
  asked: 'What does it give you?',
  draft: 'What if you waited?',
  notes: 'roof, holding, tired',
  parked: 'Have you tried a day off?',
};
const EXPLORE_MINUTES = 15;

/** All that is anywhere in the page: text, attributes, and what stands in fields. */
const everythingIn = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const fields = [...document.querySelectorAll('input, textarea')].map((field) =>
      'value' in field ? String(field.value) : '',
    );
    return [document.title, document.documentElement.outerHTML, ...fields].join('\n');
  });

const foundIn = async (page: Page): Promise<string[]> => {
  const everything = await everythingIn(page);
  return Object.values(words).filter((text) => everything.includes(text));
};

test('a pause takes the case off all screens within a second, and the clock stands @alone', async ({
  person,
}) => {
  const [ana, ben, chris] = [await person('Ana'), await person('Ben'), await person('Chris')];
  const all = [ana, ben, chris];
  await gather([ana, ben, chris]);
  await meet([ana, ben, chris], { presenter: 'Ana' });
  await goOnUntil(ana, 'Focus', all);
  await ana.page.getByLabel('The question, in one sentence').fill(words.focus);
  await goOn(ana, 'Present', all);
  await ana.page.getByLabel('What it is about, in one line').fill(words.challenge);
  await ben.page.getByLabel('My notes').fill(words.notes);
  await goOnUntil(ana, 'Explore', all);
  await ben.page.getByLabel('My question').fill(words.asked);
  await ben.page.getByRole('button', { name: 'I asked it' }).click();
  await ben.page.getByText('Parked advice').click();
  await ben.page.getByLabel('Write it here instead').fill(words.parked);
  await ben.page.getByRole('button', { name: 'Park', exact: true }).click();
  await chris.page.getByLabel('My question').fill(words.draft);
  await expect(ana.page.locator('.latest').getByText(words.asked)).toBeVisible();
  expect(await foundIn(ana.page)).toEqual([words.focus, words.asked]);
  expect(await foundIn(ben.page)).toEqual([words.focus, words.asked, words.parked]);
  expect(await foundIn(chris.page)).toEqual([words.focus, words.asked, words.draft]);

  const before = await msLeft(ana.page, EXPLORE_MINUTES);
  await ben.page.getByRole('button', { name: 'Pause' }).click();
  const paused = Date.now();
  await Promise.all(
    all.map(({ page, name }) =>
      expect
        .poll(() => foundIn(page), { timeout: 1000, intervals: [50], message: name })
        .toEqual([]),
    ),
  );
  await expect(ana.page.getByText('Ben paused.')).toBeVisible();

  // Who opens the page meanwhile is shown no more than the others.
  await chris.page.reload();
  await expect(chris.page.getByText('The clock has stopped')).toBeVisible();
  expect(await foundIn(chris.page)).toEqual([]);
  await ana.page.getByRole('button', { name: 'Safety sheet' }).click();
  await ana.page.keyboard.press('Escape');

  // Only a pause that is longer than the drawing of a ring shows whether the clock stands.
  await ana.page.waitForFunction((from) => Date.now() - from > 2000, paused);
  await chris.page.getByRole('button', { name: 'Go on' }).click();
  await expect(ana.page.getByText(words.focus)).toBeVisible();
  await expect(chris.page.getByLabel('My question')).toHaveValue(words.draft);
  const lost = before - (await msLeft(ana.page, EXPLORE_MINUTES));
  expect(lost).toBeLessThan(1000);
});

import type { Page } from '@playwright/test';
import { begin, enter, expect, expectPhase, gather, goOn, strip, test } from './people.ts';

/**
 * Presses a button on two pages in the same moment. Each page is busy until then and hears nothing, so that neither
 * can know of the other's press before its own.
 */
async function pressAtOnce(pages: readonly Page[], name: string): Promise<void> {
  const at = Date.now() + 1000;
  await Promise.all(
    pages.map((page) =>
      page.getByRole('button', { name }).evaluate((button: HTMLElement, moment) => {
        while (Date.now() < moment);
        button.click();
      }, at),
    ),
  );
}

test('two who press “On to” at once advance once @alone', async ({ person }) => {
  const [ana, ben] = [await person('Ana'), await person('Ben')];
  await gather([ana, ben]);
  await begin(ana, { format: /The full hour/, presenter: 'Ana' });
  await enter(ben);
  await expect(strip(ana.page)).toHaveCount(2);

  await pressAtOnce([ana.page, ben.page], 'On to Norms');
  for (const { page } of [ana, ben]) await expect(page.getByText('2 of 11')).toBeVisible();
  // What the others sent came before this step, so nothing more is under way.
  await goOn(ben, 'Focus', [ana, ben]);
  await goOn(ana, 'Present', [ana, ben]);
  for (const { page } of [ana, ben]) await expect(page.getByText('4 of 11')).toBeVisible();
});

test('two who start a session at once are in one, and its close leaves none open @alone', async ({
  person,
}) => {
  const [ana, ben, chris] = [await person('Ana'), await person('Ben'), await person('Chris')];
  const all = [ana, ben, chris];
  await gather([ana, ben, chris]);
  for (const { page } of [ana, ben]) {
    await page.getByRole('button', { name: 'Start a session' }).click();
  }
  await ana.page.getByRole('radio', { name: /The full hour/ }).check();
  await ben.page.getByRole('radio', { name: /Half an hour/ }).check();
  await pressAtOnce([ana.page, ben.page], 'Start for everyone');
  await enter(chris);

  for (const { page } of all) await expect(strip(page)).toHaveCount(3);
  await expect
    .poll(async () => new Set(await Promise.all(all.map(({ page }) => stepsOn(page)))).size)
    .toBe(1);
  await goOn(chris, 'Norms', all);
  await ben.page.getByRole('button', { name: 'More' }).click();
  await ben.page.getByRole('button', { name: 'End the session now' }).click();
  await ben.page.getByRole('button', { name: 'End it for everyone' }).click();
  for (const { page } of all) {
    await page.getByRole('button', { name: 'To the circle’s page' }).click();
    await expect(page.getByRole('button', { name: 'Start a session' })).toBeVisible();
    await expect(page.getByRole('button', { name: /A session is on/ })).toHaveCount(0);
  }
  await begin(chris, {});
  await expectPhase(chris.page, 'Arrive');
});

const stepsOn = (page: Page): Promise<string> => page.getByText(/^\d+ of \d+$/).innerText();

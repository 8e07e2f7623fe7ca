import type { Page } from '@playwright/test';
import { enter, expect, gather, goOnUntil, join, meet, seatOf, strip, test } from './people.ts';

/** What a phone does to a page when another app is opened, or the page is looked at again. */
const setVisibility = (page: Page, state: 'hidden' | 'visible'): Promise<void> =>
  page.evaluate((now) => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => now });
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => now === 'hidden' });
    document.dispatchEvent(new Event('visibilitychange'));
  }, state);

test('who comes late gets a turn in the round that is on, and keeps it while away @alone', async ({
  person,
}) => {
  const [ana, ben, chris] = [await person('Ana'), await person('Ben'), await person('Chris')];
  const dana = await person('Dana', { phone: true });
  const link = await gather([ana, ben, chris]);
  await meet([ana, ben, chris], { presenter: 'Ana' });
  await goOnUntil(ana, 'Explore', [ana, ben, chris]);
  await ben.page.getByRole('button', { name: 'I asked it aloud' }).click();

  await test.step('Dana comes in the first round, and asks at its end', async () => {
    await join(dana, link);
    await enter(dana);
    for (const { page } of [ana, ben, chris]) {
      await expect(strip(page)).toContainText(['Ana', 'Chris', 'Dana', 'Ben'].map(orYou(page)));
    }
    await chris.page.getByRole('button', { name: 'Pass' }).click();
    await expect(dana.page.getByRole('heading', { level: 2 })).toContainText('Your turn.');
    for (const { page } of [ana, ben, chris]) {
      await expect(seatOf(page, 'Dana')).toContainText('asking');
    }
  });

  await test.step('Dana’s phone is put away: she is away, and it is still her turn', async () => {
    await dana.page.getByLabel('My question').fill('What would you miss?');
    await setVisibility(dana.page, 'hidden');
    for (const { page } of [ana, ben, chris]) {
      await expect(seatOf(page, 'Dana')).toContainText('away');
      await expect(seatOf(page, 'Dana')).toContainText('asking');
    }
    await expect(ben.page.getByRole('button', { name: 'Go past Dana' })).toBeVisible();
  });

  await test.step('she is back within three seconds, with her turn and her words', async () => {
    await setVisibility(dana.page, 'visible');
    await Promise.all(
      [ana, ben, chris].map(({ page }) =>
        expect(seatOf(page, 'Dana')).not.toContainText('away', { timeout: 3000 }),
      ),
    );
    await expect(ben.page.getByRole('button', { name: 'Go past Dana' })).toHaveCount(0);
    await expect(dana.page.getByRole('heading', { level: 2 })).toContainText('Your turn.');
    await dana.page.getByRole('button', { name: 'I asked it' }).click();
    await expect(ana.page.locator('.latest').getByText('What would you miss?')).toBeVisible();
  });

  function orYou(page: Page): (name: string) => string {
    const me = [ana, ben, chris, dana].find((one) => one.page === page);
    return (name) => (name === me?.name ? 'You' : name);
  }
});

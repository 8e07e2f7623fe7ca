import type { Page } from '@playwright/test';
import { keptOffline } from '../site/pages.ts';
import { expect, expectPhase, gather, goOnUntil, meet, seatOf, test } from './people.ts';

test.use({ serviceWorkers: 'allow' });

async function ask(page: Page, question: string): Promise<void> {
  await page.getByLabel('My question').fill(question);
  await page.getByRole('button', { name: 'I asked it' }).click();
}

async function expectAsked(page: Page, questions: readonly string[]): Promise<void> {
  await page.locator('.asked').evaluate((details) => details.setAttribute('open', ''));
  for (const question of questions) {
    await expect(page.locator('.asked').getByText(question)).toBeVisible();
  }
}

test('a circle opened offline takes a question, and it meets the others’ when they are back', async ({
  person,
}) => {
  const [ana, ben, chris] = [await person('Ana'), await person('Ben'), await person('Chris')];
  let isCut = false;
  await ben.context.routeWebSocket(/rendezvous/, async (socket) => {
    if (isCut) await socket.close();
    else socket.connectToServer();
  });
  await gather([ana, ben, chris]);
  await keptOffline(ben.page);
  await meet([ana, ben, chris], { presenter: 'Ana' });
  await goOnUntil(ana, 'Explore', [ana, ben, chris]);

  const address = ben.page.url();
  isCut = true;
  await ben.context.setOffline(true);
  await ben.page.close();
  await expect(seatOf(ana.page, 'Ben')).toContainText('not here');

  const alone = await ben.context.newPage();
  await test.step('Ben opens the circle without a network, and asks', async () => {
    await alone.goto(address);
    await expectPhase(alone, 'Explore');
    await expect(seatOf(alone, 'Ana')).toContainText('not here');
    await ask(alone, 'What holds the roof?');
    await expectAsked(alone, ['What holds the roof?']);
    await expect(alone.locator('.asked').getByText('saving')).toHaveCount(0);
    // The mark said that the disk has it: so a reload finds it there.
    await alone.reload();
    await expectAsked(alone, ['What holds the roof?']);
  });

  await ask(chris.page, 'What would you miss?');
  await test.step('back online, everyone has both', async () => {
    isCut = false;
    await ben.context.setOffline(false);
    for (const page of [alone, ana.page, chris.page]) {
      await expect(page.locator('.asked')).toBeAttached({ timeout: 15_000 });
      await expectAsked(page, ['What holds the roof?', 'What would you miss?']);
    }
  });
});

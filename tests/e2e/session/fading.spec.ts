import type { Page } from '@playwright/test';
import { expect, expectPhase, gather, goOnUntil, meet, test, type Person } from './people.ts';

test.use({ actionTimeout: 15_000 });

const SENTENCE = 'The roof was never mine to mend';

/** Whether a browser keeps the sentence: in any row of its database, down to the bytes, or in its local store. */
function keeps(page: Page): Promise<boolean> {
  return page.evaluate(async (sentence) => {
    const asked = <Value>(request: IDBRequest<Value>): Promise<Value> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error(String(request.error)));
      });
    const texts: string[] = [JSON.stringify({ ...localStorage, ...sessionStorage })];
    const read = (value: unknown): void => {
      if (value instanceof Uint8Array) texts.push(new TextDecoder().decode(value));
      else if (typeof value === 'object' && value !== null) Object.values(value).forEach(read);
      else texts.push(String(value));
    };
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await asked(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        read(await asked(database.transaction(store).objectStore(store).getAll()));
      }
      database.close();
    }
    return texts.some((text) => text.includes(sentence));
  }, SENTENCE);
}

const expectForgotten = ({ page, name }: Person): Promise<void> =>
  expect.poll(() => keeps(page), { message: `${name} still has it`, timeout: 15_000 }).toBe(false);

test('notes that a member deletes are gone from every browser, also from one that was away', async ({
  person,
}) => {
  const [ana, ben, chris] = [await person('Ana'), await person('Ben'), await person('Chris')];
  const all = [ana, ben, chris];
  await gather([ana, ben, chris]);
  await meet([ana, ben, chris], { presenter: 'Ana' });
  await goOnUntil(ana, 'Present', all);
  await ana.page.getByLabel('What it is about, in one line').fill(SENTENCE);
  await ana.page.keyboard.press('Tab');
  await ben.page.getByLabel('My notes').fill(SENTENCE);
  await goOnUntil(ana, 'Explore', all);
  await ben.page.getByLabel('My question').fill(SENTENCE);
  await ben.page.getByRole('button', { name: 'I asked it' }).click();
  await goOnUntil(ana, 'Commit', all);
  await ana.page.locator('.onward').click();
  await ana.page.getByRole('button', { name: 'Go on without one' }).click();
  for (const { page } of all) await expectPhase(page, 'Close');
  await expect(ana.page.getByText(/notes of this session fade on/)).toBeVisible();
  await ben.page.getByRole('button', { name: 'Close the session' }).click();
  await ben.page.getByRole('button', { name: 'Close without a date' }).click();
  for (const each of all) {
    await expect(each.page.getByText('The session is closed.')).toBeVisible();
    await expect.poll(() => keeps(each.page)).toBe(true);
  }

  const address = chris.page.url();
  await chris.page.close();
  await test.step('the day can be put off, by keyboard, and everyone sees it', async () => {
    const change = ana.page.getByRole('button', { name: 'Change: The notes of this session' });
    await change.focus();
    await ana.page.keyboard.press('Enter');
    const dialog = ana.page.getByRole('dialog', { name: 'The notes of this session' });
    await dialog.getByRole('radio', { name: 'as long as the circle' }).check();
    await ana.page.keyboard.press('Escape');
    await expect(change).toBeFocused();
    await expect(ben.page.getByText('The notes of this session are kept.')).toBeVisible();
  });
  await test.step('Ben deletes them now', async () => {
    await ben.page.getByRole('button', { name: 'Change: The notes of this session' }).click();
    await ben.page.getByRole('button', { name: 'Delete the notes now' }).click();
    await ben.page.getByRole('button', { name: 'Delete for everyone' }).click();
    for (const { page } of [ana, ben]) {
      await expect(page.getByText('The notes of this session have faded.')).toBeVisible();
    }
    await expectForgotten(ana);
    await expectForgotten(ben);
  });
  await test.step('Chris comes back, and forgets it too', async () => {
    const page = await chris.context.newPage();
    await page.goto(address);
    await expectForgotten({ ...chris, page });
    await expect(page.getByText('Notes have faded')).toBeVisible();
  });
  await ana.page.getByRole('button', { name: 'To the circle’s page' }).click();
  await expect(ana.page.getByRole('region', { name: 'Sessions so far' })).toContainText(
    'Notes have faded',
  );
});

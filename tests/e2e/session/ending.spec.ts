import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expectNoObjection } from '../objections.ts';
import { enter, expect, expectPhase, gather, goOnUntil, strip, test } from './people.ts';

test.use({ actionTimeout: 15_000 });

const SENTENCE = 'I hurry where I am afraid';

/** Whether a browser keeps the sentence in any row of its database, down to the bytes, or in its local store. */
const keeps = (page: Page): Promise<boolean> =>
  page.evaluate(async (sentence) => {
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
    const database = await asked(indexedDB.open('askwell'));
    for (const store of database.objectStoreNames) {
      read(await asked(database.transaction(store).objectStore(store).getAll()));
    }
    database.close();
    return texts.some((text) => text.includes(sentence));
  }, SENTENCE);

test('two come to a circle, write for the worst case, end it by consent, take theirs along, and erase', async ({
  person,
}) => {
  const [ana, ben] = [await person('Ana'), await person('Ben', { phone: true })];
  const both = [ana, ben];
  await gather([ana, ben]);

  const power = ana.page.getByRole('region', { name: /in a position over/ });
  await power.getByRole('button', { name: 'Yes' }).click();
  await expect(power.getByText('never present about each other')).toBeVisible();
  await ana.page.getByRole('button', { name: 'Write it' }).click();
  await ana.page.getByLabel('Emergency number where we are').fill('555 0100');
  await ana.page.getByRole('button', { name: 'Save' }).click();
  await expect(ben.page.getByText('555 0100')).toBeVisible();
  await expect(ben.page.getByText(/Checked on .* by Ana/)).toBeVisible();
  await expect(ben.page.getByText('You answered: yes.')).toHaveCount(0);
  await shoot(ana.page, 'circle');
  await expectNoObjection(ana.page, 'who comes and goes, on the circle’s page');
  await ana.page.getByRole('link', { name: 'Who comes and goes' }).click();
  await ana.page.getByRole('button', { name: 'I am leaving' }).click();
  await expect(ben.page.getByText('Ana is leaving. The goodbye is in')).toBeVisible();
  await shoot(ana.page, 'members');
  await expectNoObjection(ana.page, 'who comes and goes');
  await ana.page.goBack();

  await ana.page.getByRole('button', { name: 'Start a session' }).click();
  await ana.page.getByLabel('What would you like today?').selectOption('To look back, or to end');
  await ana.page.getByRole('radio', { name: 'A good ending' }).check();
  await ana.page.getByRole('button', { name: 'Start for everyone' }).click();
  await enter(ben);
  await expect(strip(ana.page)).toHaveCount(2);
  await expect(ben.page.getByText('Ana is leaving the circle')).toBeVisible();

  await ben.page.getByRole('button', { name: 'More', exact: true }).click();
  await ben.page.getByRole('button', { name: 'I have to go early' }).click();
  await expect(ana.page.getByText('Ben has to go early')).toBeVisible();
  await shoot(ben.page, 'early');
  await ben.page.getByRole('button', { name: 'I can stay after all' }).click();
  await expect(ana.page.getByText('Ben has to go early')).toHaveCount(0);
  await ana.page.getByRole('button', { name: 'Safety sheet' }).click();
  await expect(ana.page.getByRole('dialog').getByText('555 0100')).toBeVisible();
  await ana.page.keyboard.press('Escape');

  await goOnUntil(ana, 'Learn', both);
  await ana.page.getByLabel(/learned/).fill(SENTENCE);
  await ana.page.getByRole('button', { name: 'Show all together' }).click();
  await expect(ben.page.getByText(SENTENCE)).toBeVisible();

  await goOnUntil(ana, 'Decide', both);
  await shoot(ben.page, 'decide-empty');
  await ana.page.getByRole('radio', { name: 'Go on', exact: true }).check();
  await ana.page.getByRole('button', { name: 'Put it to everyone' }).click();
  await ben.page.getByRole('button', { name: 'Something speaks against it' }).click();
  await ben.page.getByLabel(/What speaks against it/).fill('I have no evenings left');
  await ben.page.getByRole('button', { name: 'Show it to everyone' }).click();
  await expect(ana.page.getByText('I have no evenings left')).toBeVisible();
  await shoot(ana.page, 'decide-objection');
  await expectNoObjection(ana.page, 'an objection to a choice');
  await ben.page.getByRole('button', { name: 'Put something else' }).click();
  await ben.page.getByRole('radio', { name: 'Close here' }).check();
  await shoot(ben.page, 'decide-form');
  await ben.page.getByRole('button', { name: 'Put it to everyone' }).click();
  await ana.page.getByRole('button', { name: 'Yes', exact: true }).click();
  await shoot(ana.page, 'decide-yes');
  await ben.page.getByRole('button', { name: 'We have decided' }).click();
  for (const { page } of both) await expect(page.getByText('Decided')).toBeVisible();

  await goOnUntil(ana, 'Close', both);
  await ana.page.getByRole('button', { name: 'Close the session' }).click();
  await ana.page.getByRole('button', { name: 'Close without a date' }).click();
  for (const { page } of both) {
    await page.getByRole('button', { name: 'To the circle’s page' }).click();
    await expect(page.getByRole('heading', { name: 'This circle has ended' })).toBeVisible();
  }
  await shoot(ben.page, 'ended');

  await ana.page.getByRole('link', { name: 'Take yours along, and erase' }).click();
  await ana.page.getByLabel('One question I take along').fill('What would I do unafraid?');
  const [download] = await Promise.all([
    ana.page.waitForEvent('download'),
    ana.page.getByRole('button', { name: 'Save it as a file' }).click(),
  ]);
  const book = await readFile(await download.path(), 'utf8');
  expect(book).toContain('What would I do unafraid?');
  expect(book).toContain(SENTENCE);
  await shoot(ana.page, 'ending');
  await expectNoObjection(ana.page, 'the end of a circle');
  for (const { page } of both) expect(await keeps(page)).toBe(true);
  await ana.page.getByRole('button', { name: 'Erased here' }).click();
  await ana.page.getByRole('button', { name: 'Delete it now' }).click();
  await expect(ana.page.getByText('Erased on this device.')).toBeVisible();
  await expect.poll(() => keeps(ana.page)).toBe(false);
  expect(await keeps(ben.page)).toBe(true);

  await ben.page.getByRole('link', { name: 'Take yours along, and erase' }).click();
  const hasErased = ben.page.getByRole('definition');
  await expect(hasErased.first()).toHaveText('Ana');
  await shoot(ben.page, 'ending-ben');
  await ana.page.reload();
  await expect(ana.page.getByText('Erased on this device.')).toBeVisible();
  await shoot(ana.page, 'erased');
  await ben.page.getByRole('button', { name: 'Erased here' }).click();
  await ben.page.getByRole('button', { name: 'Delete it now' }).click();
  await expect.poll(() => keeps(ben.page)).toBe(false);
  await expectPhase(ben.page, 'How we end');
});

/** Only while one looks at the screens. */
async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env['SHOTS'];
  if (!folder) return;
  const size = page.viewportSize();
  for (const [width, height] of [
    [390, 844],
    [1280, 800],
  ] as const) {
    await page.setViewportSize({ width, height });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({
        path: `${folder}/${name}-${width}-${colorScheme}.png`,
        fullPage: true,
      });
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
  if (size) await page.setViewportSize(size);
}

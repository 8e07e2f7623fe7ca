import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { begin, goOnUntil } from '../session/people.ts';
import { openKept } from './kept-browser.ts';
import { personRow, startCircle, test } from './steps.ts';

test.use({ serviceWorkers: 'allow' });

const cleanUp: (() => Promise<void>)[] = [];
test.afterEach(async () => {
  for (const undo of cleanUp.splice(0)) await undo();
});

/** Opens the disk of this site as another tab would, at a version, and leaves it open. */
const openDisk = (page: Page, version: number): Promise<void> =>
  page.evaluate(
    (wanted) =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('askwell', wanted);
        request.onupgradeneeded = () => request.result.createObjectStore('later');
        request.onsuccess = () => {
          Object.assign(window, { disk: request.result });
          resolve();
        };
        request.onerror = () => reject(request.error ?? new Error('the disk did not open'));
      }),
    version,
  );

async function rename(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Change: Your name' }).click();
  await page.getByRole('dialog').getByLabel('Your name').fill(name);
  await page.keyboard.press('Enter');
  await expect(personRow(page, name)).toBeVisible();
}

test('a newer Askwell in another tab changes the disk, and the older tab loses no word', async ({
  page,
  context,
}) => {
  await startCircle(page, 'Two versions', 'Marta');
  const newer = await context.newPage();
  await newer.goto('/robots.txt');
  await openDisk(newer, 20);
  await expect(page.getByText('A newer Askwell is open in another tab')).toBeVisible();
  await rename(page, 'Marta B.');
  await page.getByRole('button', { name: 'Reload' }).click();
  await expect(personRow(page, 'Marta B.')).toContainText('you');
});

test('an older tab that holds the disk is told, and this page goes on when it lets go', async ({
  page,
  context,
}) => {
  const older = await context.newPage();
  await older.goto('/robots.txt');
  await openDisk(older, 5);
  await page.goto('/circle/#my-nobody');
  await expect(page.getByText('open in another tab with an older version')).toBeVisible();
  await older.close();
  await expect(page.getByText('This browser does not know that circle')).toBeVisible();
});

test('a damaged row keeps no circle from opening, is told once, and is not deleted', async ({
  page,
}) => {
  await startCircle(page, 'Damaged', 'Marta');
  const rows = (add: number[]) =>
    page.evaluate(
      (bytes) =>
        new Promise<number>((resolve, reject) => {
          const request = indexedDB.open('askwell');
          request.onsuccess = () => {
            const disk = request.result;
            const transaction = disk.transaction(['updates', 'circles'], 'readwrite');
            const updates = transaction.objectStore('updates');
            const mine = transaction.objectStore('circles').getAll();
            mine.onsuccess = () => {
              const { circle } = mine.result[0];
              if (bytes.length > 0) updates.add({ circle, bytes: new Uint8Array(bytes) });
              const known = updates.getAll();
              known.onsuccess = () => {
                disk.close();
                resolve(known.result.filter((row) => String(row.bytes) === '7,7,7,7').length);
              };
            };
            transaction.onerror = () => reject(transaction.error ?? new Error('not written'));
          };
        }),
      add,
    );
  await rows([7, 7, 7, 7]);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Damaged');
  await expect(page.getByText('cannot be read')).toBeVisible();
  await rename(page, 'Marta B.');
  await page.getByRole('button', { name: 'Understood' }).click();
  await page.reload();
  await expect(personRow(page, 'Marta B.')).toBeVisible();
  await expect(page.getByText('cannot be read')).toHaveCount(0);
  expect(await rows([])).toBe(1);
});

/** Proposes one norm after the other as fast as the page goes, and says of each when it counts as kept. */
function proposeWithoutEnd(): void {
  const told = new Set<string>();
  let count = 0;
  setInterval(() => {
    const button = (words: string) =>
      [...document.querySelectorAll('button')].find((each) => each.textContent?.trim() === words);
    const field = document.querySelector<HTMLTextAreaElement>('dialog textarea');
    if (field) {
      field.value = `We keep number ${(count += 1)}.`;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      setTimeout(() => field.form?.requestSubmit());
    } else button('Propose a norm')?.click();
    for (const item of document.querySelectorAll('.proposal')) {
      const text = /We keep number \d+\./.exec(item.textContent ?? '')?.[0];
      if (!text || told.has(text) || /saving/.test(item.textContent ?? '')) continue;
      told.add(text);
      console.info(`kept ${text}`);
    }
  }, 25);
}

test('a browser that is killed in the middle of writing has every text that counted as kept', async ({
  baseURL,
}) => {
  test.setTimeout(90_000);
  const folder = await mkdtemp(join(tmpdir(), 'askwell-'));
  const first = await openKept(folder);
  cleanUp.push(first.kill, () => rm(folder, { recursive: true, force: true }));
  const page = await first.context.newPage();
  const kept: string[] = [];
  page.on('console', (message) => {
    const text = /^kept (.*)$/.exec(message.text())?.[1];
    if (text) kept.push(text);
  });
  await page.goto(`${baseURL}circle/#new`);
  await page.getByLabel('What shall the circle be called?').fill('Killed');
  await page.getByLabel('Your name').fill('Marta');
  await page.getByRole('button', { name: 'Start the circle' }).click();
  const marta = { name: 'Marta', page, context: first.context, errors: [] };
  await begin(marta, {});
  await goOnUntil(marta, 'Norms', [marta]);
  const address = page.url();
  await page.evaluate(proposeWithoutEnd);
  await expect.poll(() => kept.length, { timeout: 20_000 }).toBeGreaterThan(8);
  await first.kill();

  const second = await openKept(folder);
  cleanUp.unshift(second.kill);
  const again = await second.context.newPage();
  await again.goto(address);
  await expect(again.getByText(kept[0] ?? 'none')).toBeVisible();
  const there = await again.locator('main').innerText();
  expect(kept.filter((text) => !there.includes(text))).toEqual([]);
});

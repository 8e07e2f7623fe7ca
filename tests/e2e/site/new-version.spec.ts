import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test as plain, type Page } from '@playwright/test';
import { keptOffline } from './pages.ts';
import { serve } from './served.ts';

const built = join(import.meta.dirname, '../../../dist');

interface Copy {
  readonly address: string;
  /** The site gets a new title, and a worker that keeps the page with it. */
  publish(): Promise<void>;
}

const test = plain.extend<{ copy: Copy }>({
  // eslint-disable-next-line no-empty-pattern -- Playwright demands a pattern here
  copy: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'askwell-'));
    await cp(built, folder, { recursive: true });
    const { address, close } = await serve(folder);
    const publish = async (): Promise<void> => {
      await change(join(folder, 'index.html'), '<title>', '<title>New ');
      await change(join(folder, 'sw.js'), /(url:"\/index\.html",revision:")/, '$1new');
    };
    await use({ address, publish });
    await close();
    await rm(folder, { recursive: true });
  },
});

async function change(file: string, from: string | RegExp, to: string): Promise<void> {
  const before = await readFile(file, 'utf8');
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  await writeFile(file, after);
}

async function visitAndReturn(page: Page, { address, publish }: Copy): Promise<void> {
  await page.goto(address);
  await keptOffline(page);
  await publish();
  await page.goto(address);
}

test('a new version is offered, and comes only when I ask for it', async ({ page, copy }) => {
  await visitAndReturn(page, copy);
  await expect(page.getByRole('status')).toContainText('A new version is ready.');
  await page.reload();
  await expect(page.getByRole('status')).toContainText('A new version is ready.');
  await expect(page).not.toHaveTitle(/^New/);

  await page.getByRole('button', { name: 'Reload' }).click();
  await expect(page).toHaveTitle(/^New/);
  await expect(page.getByRole('status')).not.toContainText('new version');
});

test('a session in another tab keeps the new version away', async ({ page, context, copy }) => {
  await visitAndReturn(page, copy);
  const session = await context.newPage();
  await session.goto(`${copy.address}guides/`);
  await session.evaluate(() => {
    const { promise, resolve } = Promise.withResolvers<void>();
    addEventListener('session-over', () => resolve());
    return new Promise<void>((held, failed) => {
      navigator.locks
        .request('askwell.session', { mode: 'shared' }, () => {
          held();
          return promise;
        })
        .catch(failed);
    });
  });

  await page.getByRole('button', { name: 'Reload' }).click();
  await expect(page.getByRole('status')).toContainText('A session is open in another tab.');
  await expect(page).not.toHaveTitle(/^New/);

  await session.evaluate(() => dispatchEvent(new Event('session-over')));
  await page.getByRole('button', { name: 'Reload' }).click();
  await expect(page).toHaveTitle(/^New/);
});

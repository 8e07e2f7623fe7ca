import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { commitment } from '../../support/records.ts';
import { begin, expect, found, goOn, test } from '../session/people.ts';
import { personRow } from './steps.ts';

const openCopies = (page: Page): Promise<void> =>
  page.getByRole('button', { name: 'Copies and files' }).click();

/** Presses a button that saves a file, and reads it. */
async function saved(page: Page, button: string): Promise<{ name: string; content: Buffer }> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  const file = await download;
  return { name: file.suggestedFilename(), content: await readFile(await file.path()) };
}

const choose = (page: Page, name: string, content: Buffer): Promise<void> =>
  page
    .getByLabel(/Choose (a|another) file/)
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: content });

test('a seat and a circle come back from files, on a browser that never saw them', async ({
  person,
}) => {
  const [marta, anew] = [await person('Marta'), await person('Marta anew')];
  await found(marta, 'Kept in files');
  await begin(marta, {});
  await goOn(marta, 'Norms', [marta]);
  await marta.page.getByRole('button', { name: 'Propose a norm' }).click();
  await marta.page.getByLabel('In your own words').fill('We begin on');
  await marta.page.getByRole('button', { name: 'Close', exact: true }).click();
  await marta.page.goto(marta.page.url().replace('/session', ''));

  await openCopies(marta.page);
  await marta.page.getByLabel('Passphrase').fill('plum');
  await marta.page.getByRole('button', { name: 'Save my seat' }).click();
  await expect(marta.page.getByText('That is too short')).toBeVisible();
  await marta.page.getByLabel('Passphrase').fill('plum tree in the yard');
  const seat = await saved(marta.page, 'Save my seat');
  expect(seat.name).toMatch(/^askwell-my-seat-[\d-]+\.age$/);
  await marta.page.keyboard.press('Escape');

  await test.step('after a session one is asked, once, whether to keep a copy', async () => {
    await marta.page.getByRole('button', { name: /A session is on/ }).click();
    await marta.page.getByRole('button', { name: 'More' }).click();
    await marta.page.getByRole('button', { name: 'End the session' }).click();
    await marta.page.getByRole('button', { name: 'End it for everyone' }).click();
    await expect(marta.page.getByRole('heading', { name: 'Keep a copy?' })).toBeVisible();
  });
  const copy = await saved(marta.page, 'Save a circle copy');
  expect(copy.name).toMatch(/^askwell-circle-copy-[\d-]+\.json$/);
  await marta.page.getByRole('button', { name: 'To the circle’s page' }).click();

  await test.step('a copy alone lets nobody in, a wrong passphrase neither', async () => {
    await anew.page.goto('/circle/#new');
    await anew.page.getByRole('link', { name: 'Open a file you kept' }).click();
    await choose(anew.page, 'page.html', Buffer.from('<!doctype html>'));
    await expect(anew.page.getByText('That is a saved web page')).toBeVisible();
    await choose(anew.page, copy.name, copy.content);
    await expect(anew.page.getByText('a copy lets nobody in')).toBeVisible();
    await choose(anew.page, seat.name, seat.content);
    await anew.page.getByLabel('Passphrase').fill('pear tree in the yard');
    await anew.page.getByRole('button', { name: 'Take the seat' }).click();
    await expect(anew.page.getByText('does not open the file')).toBeVisible();
  });

  await test.step('the seat brings the circle, its notes and the others back', async () => {
    await anew.page.getByLabel('Passphrase').fill('plum tree in the yard');
    await anew.page.getByRole('button', { name: 'Take the seat' }).click();
    await expect(anew.page.getByRole('heading', { level: 1 })).toHaveText('Kept in files');
    await expect(personRow(anew.page, 'Marta')).toContainText('you');
    expect(anew.page.url()).toMatch(/#my-\w+$/);
    await expect(marta.page.getByText('You took this seat on another device')).toBeVisible();
    const drafts = await anew.page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          const request = indexedDB.open('askwell');
          request.onsuccess = () => {
            const all = request.result.transaction('notes').objectStore('notes').getAll();
            all.onsuccess = () => resolve(JSON.stringify(all.result));
          };
        }),
    );
    expect(drafts).toContain('We begin on');
  });

  await test.step('a copy brings in what is missing, and all get it', async () => {
    const file = JSON.parse(copy.content.toString());
    file.records.commitments.push(commitment('from a file', { text: 'Call the plumber' }));
    await openCopies(anew.page);
    await choose(anew.page, copy.name, Buffer.from(JSON.stringify(file)));
    await expect(anew.page.getByText('one commitment')).toBeVisible();
    await anew.page.getByRole('button', { name: 'Bring it in' }).click();
    await expect(anew.page.getByText('It is here now')).toBeVisible();
    await expect(marta.page.getByText('Call the plumber')).toBeVisible();
    await choose(anew.page, copy.name, Buffer.from(JSON.stringify(file)));
    await expect(anew.page.getByText('There is nothing to bring in')).toBeVisible();
  });
});

import type { Page } from '@playwright/test';
import { expect, expectPhase, test } from './people.ts';

/** All that this origin keeps: every row of every database, and the local store. */
const kept = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const answer = <Value>(request: IDBRequest<Value>): Promise<Value> =>
      new Promise((done, fail) => {
        request.onsuccess = () => done(request.result);
        request.onerror = () => fail(new Error(String(request.error)));
      });
    const rows: unknown[] = [];
    for (const { name } of await indexedDB.databases()) {
      if (name === undefined) continue;
      const database = await answer(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const all: unknown[] = await answer(
          database.transaction(store).objectStore(store).getAll(),
        );
        rows.push([name, store, all]);
      }
      database.close();
    }
    return JSON.stringify([rows, { ...localStorage }, { ...sessionStorage }]);
  });

test('a fictional session goes from start to end, keeps nothing and calls nobody', async ({
  person,
}) => {
  const { page } = await person('Ana');
  const sockets: string[] = [];
  page.on('websocket', (socket) => sockets.push(socket.url()));
  await page.addInitScript(() => {
    const Real = RTCPeerConnection;
    window.RTCPeerConnection = class extends Real {
      constructor(...parts: ConstructorParameters<typeof Real>) {
        super(...parts);
        document.title = 'connected to somebody';
      }
    };
  });
  await page.goto('/circle/#new');
  await page.getByRole('link', { name: 'Try a session alone first' }).click();
  await expectPhase(page, 'Arrive');
  const before = await kept(page);
  const { next, voice } = {
    next: (phase: string) => page.getByRole('button', { name: `On to ${phase}` }).click(),
    voice: page.locator('.voice'),
  };

  await expect(voice).toContainText('Tomás says');
  await next('Focus');
  await expect(page.getByRole('textbox')).toHaveValue(/How do I stay useful/);
  await next('Present');
  const story = page.getByRole('button', { name: 'Go on', exact: true });
  while ((await story.count()) > 0) {
    const told = await voice.innerText();
    await story.click();
    await expect(voice).not.toHaveText(told);
  }
  await page.getByLabel('My notes').fill('roof, holding, tired');
  await next('Explore');
  const turn = page.getByRole('heading', { level: 2 });
  const listen = page.getByRole('button', { name: /^Listen to / });
  for (let asked = 0; (await listen.count()) > 0; asked += 1) {
    await listen.click();
    await expect(page.locator('.asked li')).toHaveCount(asked + 1);
  }
  await expect(turn).toContainText('Your turn.');
  await page.getByLabel('My question').fill('What would they learn without you?');
  await page.getByRole('button', { name: 'I asked it' }).click();
  await expect(page.locator('.latest')).toContainText('What would they learn');
  await expect(voice).toContainText('Tomás says');
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.getByText('The clock has stopped')).toBeVisible();
  await expect(page.getByText('What would they learn')).toHaveCount(0);
  await page.getByRole('button', { name: 'Go on', exact: true }).click();

  await next('Respond');
  await next('Learn');
  await page.getByLabel('What I learned about myself').fill('I like to be needed.');
  await page.getByRole('button', { name: 'Show all together' }).click();
  await expect(page.getByText('I like to be needed.')).toBeVisible();
  await expect(page.locator('.learnings li')).not.toHaveCount(1);
  await next('Commit');
  await page.getByRole('button', { name: 'Write it down for Tomás' }).click();
  await expect(page.getByRole('region', { name: 'Tomás’s action' })).toBeVisible();
  await next('Close');
  await page.getByRole('button', { name: 'Close the session' }).click();
  await page.getByRole('button', { name: 'Close without a date' }).click();
  await expect(page.getByText('With real people it takes an hour')).toBeVisible();

  expect(await kept(page)).toBe(before);
  expect(sockets).toEqual([]);
  expect(await page.title()).not.toBe('connected to somebody');
  await page.getByRole('link', { name: 'Start a circle' }).click();
  await expect(page.getByLabel('What shall the circle be called?')).toBeVisible();
});

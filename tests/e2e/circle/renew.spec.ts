import type { Page } from '@playwright/test';
import { expect, test, type Person } from '../session/people.ts';
import { found, join } from '../session/people.ts';
import { invitationOn, personRow } from './steps.ts';

test.use({ serviceWorkers: 'allow' });

/** Takes down everything that reaches a page from others, by whichever way. */
function writeDownAll(): void {
  const heard: string[] = [];
  Object.assign(window, { heard });
  const text = (data: unknown): void => {
    heard.push(
      typeof data === 'string' ? data : new TextDecoder('latin1').decode(data as ArrayBuffer),
    );
  };
  const note = (event: Event): void => {
    if (event instanceof MessageEvent) text(event.data);
  };
  const create = RTCPeerConnection.prototype.createDataChannel;
  RTCPeerConnection.prototype.createDataChannel = function (...how) {
    const channel = create.apply(this, how);
    channel.addEventListener('message', note);
    return channel;
  };
  window.WebSocket = class extends WebSocket {
    constructor(...how: ConstructorParameters<typeof WebSocket>) {
      super(...how);
      this.addEventListener('message', note);
    }
  };
}

/** All that this browser has stored, as text. */
const diskOf = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const asked = indexedDB.open('askwell');
    const database = await new Promise<IDBDatabase>((resolve) => {
      asked.onsuccess = () => resolve(asked.result);
    });
    const rows = await Promise.all(
      [...database.objectStoreNames].map(
        (name) =>
          new Promise<unknown[]>((resolve) => {
            const all = database.transaction(name).objectStore(name).getAll();
            all.onsuccess = () => resolve(all.result);
          }),
      ),
    );
    database.close();
    const bytes = (_: string, value: unknown): unknown =>
      value instanceof Uint8Array ? new TextDecoder('latin1').decode(value) : value;
    return JSON.stringify([rows, { ...localStorage }], bytes);
  });

/** All strings in the memory of a page. */
async function memoryOf(page: Page): Promise<string> {
  const devTools = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  devTools.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await devTools.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await devTools.detach();
  return chunks.join('');
}

/** What a person's page asks for and says beyond itself. */
function trafficOf({ page }: Person) {
  const hosts = new Set<string>();
  const frames: string[] = [];
  page.on('request', (request) => hosts.add(new URL(request.url()).host));
  page.on('websocket', (socket) => {
    hosts.add(new URL(socket.url()).host);
    const keep = ({ payload }: { payload: string | Buffer }) => frames.push(String(payload));
    socket.on('framesent', keep);
    socket.on('framereceived', keep);
  });
  return { hosts, frames };
}

const codeIn = (link: string): string => link.slice(link.indexOf('#') + 1);

test('a circle goes on without one member, who never gets the new link, and nobody else hears of it', async ({
  person,
  baseURL,
}) => {
  const [ana, ben] = [await person('Ana'), await person('Ben')];
  const [cem, dia] = [await person('Cem', { phone: true }), await person('Dia')];
  await cem.page.addInitScript(writeDownAll);
  const traffic = [ana, ben, cem, dia].map(trafficOf);
  const old = await found(ana, 'Quiet corner');
  for (const member of [ben, cem, dia]) await join(member, old);
  for (const name of ['Ben', 'Cem', 'Dia']) {
    await expect(personRow(ana.page, name)).toContainText('here, directly');
  }

  await ana.page.getByRole('button', { name: 'Remove a member' }).click();
  const dialog = ana.page.getByRole('dialog', { name: 'Remove a member' });
  await dialog.getByRole('radio', { name: 'Cem' }).check();
  await expect(dialog.getByText('Cem keeps what is on their device')).toBeVisible();
  await expect(dialog.getByRole('checkbox', { name: 'Cem' })).toHaveCount(0);
  await dialog.getByRole('checkbox', { name: 'Ben' }).check();
  await dialog.getByRole('button', { name: 'Renew without Cem' }).click();
  await expect(dialog.getByText('Dia will need it')).toBeVisible();
  await ana.page.keyboard.press('Escape');

  await expect(ben.page.getByText('Ana has renewed the circle’s link')).toBeVisible();
  await expect(cem.page.getByText('Ana has renewed this circle’s link without you')).toBeVisible();
  await expect(dia.page.getByText('Ask Ana for the new one')).toBeVisible();
  for (const { page } of [ana, ben]) {
    await expect(personRow(page, 'Cem')).toHaveCount(0);
    await expect(personRow(page, page === ana.page ? 'Ben' : 'Ana')).toContainText('directly');
  }
  const link = await invitationOn(ana.page);
  expect(codeIn(link)).not.toBe(codeIn(old));

  // Dia, who was not ticked, gets it from a person, and has her seat and her circle again.
  await dia.page.goto(link);
  await expect(personRow(dia.page, 'Dia')).toContainText('you');
  await expect(personRow(ana.page, 'Dia')).toContainText('directly');
  await dia.page.goto('/');
  await expect(dia.page.getByRole('link', { name: 'Quiet corner' })).toHaveCount(1);

  const sentence = 'A sentence that only the three may read';
  await ana.page.getByRole('button', { name: 'Write it' }).click();
  await ana.page.getByRole('textbox', { name: 'Anything else' }).fill(sentence);
  await ana.page.getByRole('button', { name: 'Save' }).click();
  await expect(ben.page.getByText(sentence)).toBeVisible();

  // Cem's browser ran on all the time.
  const heard = await cem.page.evaluate(() =>
    (window as unknown as { heard: string[] }).heard.join(),
  );
  expect(heard.length).toBeGreaterThan(1000);
  const kept = { heard, disk: await diskOf(cem.page), memory: await memoryOf(cem.page) };
  expect(kept.disk).toContain(codeIn(old));
  expect(kept.memory).toContain(codeIn(old));
  for (const [where, words] of Object.entries(kept)) {
    expect(words.includes(codeIn(link)), `the new link in what Cem has ${where}`).toBe(false);
    expect(words.includes(sentence), `the sentence in what Cem has ${where}`).toBe(false);
  }

  // What went beyond the members: to our own host alone, and without a word.
  const own = new URL(baseURL ?? '').host;
  for (const { hosts, frames } of traffic) {
    expect([...hosts]).toEqual([own]);
    expect(frames.length).toBeGreaterThan(0);
    for (const secret of [sentence, 'Quiet corner', codeIn(old), codeIn(link)]) {
      expect(frames.filter((frame) => frame.includes(secret))).toEqual([]);
    }
  }
  for (const { page } of [ana, ben, cem]) expect(page.url()).toMatch(/\/circle\/#my-\w+$/);

  // What was there before the new link, and since, is on the disk of who came along.
  for (const { page } of [ana, dia]) await page.close();
  await ben.page.reload();
  await expect(ben.page.getByRole('heading', { level: 1 })).toHaveText('Quiet corner');
  await expect(ben.page.getByText(sentence)).toBeVisible();
  await expect(personRow(ben.page, 'Dia')).toContainText('not here');
});

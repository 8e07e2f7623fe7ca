import { createHash } from 'node:crypto';
import { expect } from '@playwright/test';
import { formatInvitation, newInvitation } from '../../../src/sync/invitation.ts';
import { invitationOn, joinCircle, newDevice, personRow, startCircle, test } from './steps.ts';

test.use({ serviceWorkers: 'allow' });

/** As version 2 would write it: another first byte, the same kind of checksum. */
function newerInvitation(): string {
  const content = Buffer.from([2, ...newInvitation().secret]);
  const checksum = createHash('sha256').update(content).digest().subarray(0, 4);
  return Buffer.concat([content, checksum]).toString('base64url');
}

const addresses = [
  ['cut', formatInvitation(newInvitation()).slice(0, 20), 'This link is not whole'],
  ['of something else', 'hello', 'That is not an invitation'],
  ['of a circle that is not here', 'my-nobody', 'This browser does not know that circle'],
] as const;

for (const [what, hash, heading] of addresses) {
  test(`an address ${what} gets a sentence and a way on`, async ({ page }) => {
    await page.goto(`/circle/#${hash}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
    await page.getByRole('link', { name: 'Start a circle' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Start a circle');
  });
}

test('a browser without a disk opens the circle, and says that it keeps nothing', async ({
  browser,
}) => {
  const page = await newDevice(browser);
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('switched off', 'InvalidStateError');
    };
  });
  await startCircle(page, 'Nothing kept', 'Marta');
  await expect(page.getByText('This browser keeps nothing')).toBeVisible();
  const tomas = await newDevice(browser);
  await joinCircle(tomas, await invitationOn(page), 'Tomás');
  await expect(personRow(page, 'Tomás')).toContainText('here, directly');
});

test('a disk that is full is told, and what was written stays on the page', async ({ page }) => {
  await page.addInitScript(() => {
    const { put, add } = IDBObjectStore.prototype;
    const isFull = () => document.documentElement.dataset['disk'] === 'full';
    const refuse = () => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
    IDBObjectStore.prototype.put = function (...args) {
      return isFull() ? refuse() : put.apply(this, args);
    };
    IDBObjectStore.prototype.add = function (...args) {
      return isFull() ? refuse() : add.apply(this, args);
    };
  });
  await startCircle(page, 'Full disk', 'Marta');
  await page.evaluate(() => (document.documentElement.dataset['disk'] = 'full'));
  await page.getByRole('button', { name: 'Change: Your name' }).click();
  await page.getByRole('dialog').getByLabel('Your name').fill('Marta B.');
  await page.keyboard.press('Enter');
  await expect(page.getByText('This device does not take what you write')).toBeVisible();
  await expect(personRow(page, 'Marta B.')).toBeVisible();
});

test('a browser without WebRTC, and no meeting point to pass words on, keeps a circle and says so', async ({
  browser,
}) => {
  const page = await newDevice(browser, { serviceWorkers: 'block' });
  await page.route('**/config.json', (route) =>
    route.fulfill({ json: { rendezvous: [], iceServers: [] } }),
  );
  await page.addInitScript(() => Reflect.deleteProperty(window, 'RTCPeerConnection'));
  await startCircle(page, 'No WebRTC', 'Marta');
  await expect(page.getByText('This browser cannot connect to others')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('No WebRTC');
});

test('a page on plain http says so before anything is typed in vain, and keeps it', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'isSecureContext', { value: false });
    Reflect.deleteProperty(Crypto.prototype, 'subtle');
  });
  await page.goto('/circle/#new');
  await expect(page.getByText('opened over plain http')).toBeVisible();
  await page.getByLabel('Your name').fill('Marta');
  await page.getByLabel('What shall the circle be called?').fill('Plain');
  await page.getByRole('button', { name: 'Start the circle' }).click();
  await expect(page.getByLabel('Your name')).toHaveValue('Marta');

  await page.goto(`/circle/#${formatInvitation(newInvitation())}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'This page is not safe enough for a circle',
  );
});

test('where the site cannot be reached the circle stays usable, and trying again connects', async ({
  browser,
}) => {
  const page = await newDevice(browser, { serviceWorkers: 'block' });
  await page.route('**/config.json', (route) => route.abort());
  await startCircle(page, 'Cut off', 'Marta');
  await expect(page.getByText('could not be reached')).toBeVisible();
  const link = await invitationOn(page);
  const tomas = await newDevice(browser);
  await tomas.goto(link);
  await expect(tomas.getByText('Looking for the others…')).toBeVisible();

  await page.unroute('**/config.json');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText('could not be reached')).toBeHidden();
  await expect(tomas.getByText('New here, or one of these?')).toBeVisible();
});

test('before another host is contacted, the person sees which, once', async ({ browser }) => {
  const page = await newDevice(browser, { serviceWorkers: 'block' });
  await page.route('**/config.json', (route) =>
    route.fulfill({ json: { rendezvous: ['self'], iceServers: [{ urls: 'stun:stun.invalid' }] } }),
  );
  await startCircle(page, 'Asked first', 'Marta');
  await expect(page.getByRole('heading', { name: 'Before you connect' })).toBeVisible();
  await expect(page.getByText('stun.invalid')).toBeVisible();
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Before you connect' })).toBeHidden();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Asked first');
  await expect(page.getByRole('heading', { name: 'Before you connect' })).toHaveCount(0);
});

test('a link of a newer Askwell says so, and offers to reload', async ({ page }) => {
  await page.goto(`/circle/#${newerInvitation()}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'This link is from a newer Askwell',
  );
  await expect(page.getByRole('button', { name: 'Reload' })).toBeVisible();
});

test('an entry in the settings that cannot be used is named, and the rest works', async ({
  browser,
}) => {
  const page = await newDevice(browser, { serviceWorkers: 'block' });
  const turn = { urls: 'turn:127.0.0.1:9', username: 'a', credential: 'b' };
  await page.route('**/config.json', (route) =>
    route.fulfill({ json: { rendezvous: ['self', 7], iceServers: [turn] } }),
  );
  await startCircle(page, 'Half a setting', 'Marta');
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await expect(page.getByText('rendezvous[1] in config.json')).toBeVisible();
  const only = page.getByRole('checkbox', { name: 'Connect through a relay only' });
  await only.check();
  await page.reload();
  await expect(only).toBeChecked();
});

test('a site that names no meeting point says so, and not that one cannot be reached', async ({
  browser,
}) => {
  const page = await newDevice(browser, { serviceWorkers: 'block' });
  await page.route('**/config.json', (route) => route.fulfill({ json: { rendezvous: [] } }));
  await startCircle(page, 'No meeting point', 'Marta');
  await expect(page.getByText('This site names no meeting point')).toBeVisible({ timeout: 10_000 });
  await expect(page.getByText('cannot be reached')).toHaveCount(0);
});

test('settings that are no JSON are told as what they are', async ({ browser }) => {
  const page = await newDevice(browser, { serviceWorkers: 'block' });
  await page.route('**/config.json', (route) => route.fulfill({ body: '{ "rendezvous": [' }));
  await startCircle(page, 'No setting', 'Marta');
  await expect(page.getByText('(config.json) cannot be read')).toBeVisible();
});

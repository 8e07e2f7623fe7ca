import { expect, type Page } from '@playwright/test';
import { WebSocket } from 'ws';
import { OpenNostrRelay } from '../../support/nostr-relay.ts';
import { invitationOn, joinCircle, newDevice, personRow, startCircle, test } from './steps.ts';

const ADDRESS = 'wss://relay.example';

/** The page believes that it speaks to a relay on the internet, and speaks to ours. */
async function routeTo(page: Page, relay: () => OpenNostrRelay | null): Promise<void> {
  await page.routeWebSocket(`${ADDRESS}/**`, (socket) => {
    const open = relay();
    const end = () => {
      socket.close().catch(() => undefined);
    };
    if (open === null) return end();
    const server = new WebSocket(open.address.replace('nostr+', ''));
    const early: (string | Buffer)[] = [];
    socket.onMessage((data) => {
      if (server.readyState === WebSocket.OPEN) server.send(data);
      else early.push(data);
    });
    server.on('open', () => early.splice(0).forEach((data) => server.send(data)));
    server.on('message', (data) => socket.send(String(data)));
    server.on('close', end);
    server.on('error', end);
  });
}

async function nostrOnly(page: Page, relay: () => OpenNostrRelay | null): Promise<void> {
  await routeTo(page, relay);
  await page.route('**/config.json', (route) =>
    route.fulfill({ json: { rendezvous: [`nostr+${ADDRESS}`], iceServers: [] } }),
  );
}

const ways = (page: Page) => page.locator('.connect-ways');

test('a static site needs a relay only: two meet there, and each step is told in words', async ({
  browser,
}) => {
  let relay: OpenNostrRelay | null = await OpenNostrRelay.open();
  const here = () => relay;
  try {
    const ana = await newDevice(browser, { serviceWorkers: 'block' });
    await nostrOnly(ana, here);
    await startCircle(ana, 'By relay', 'Ana');
    const contact = ana.getByRole('region', { name: 'Before you connect' });
    await expect(contact).toContainText('relay.example');
    await expect(contact).toContainText('A relay of the Nostr network');
    await contact.getByRole('button', { name: 'Connect' }).click();
    await expect(contact).toBeHidden();
    await ana.getByText('How you connect').click();
    await expect(ways(ana)).toContainText('relay.example: reached.');
    await expect(ana.locator('.connect-ways .in-use')).toContainText('At a meeting point');

    const ben = await newDevice(browser, { serviceWorkers: 'block' });
    await nostrOnly(ben, here);
    await ben.goto(await invitationOn(ana));
    await ben.getByRole('button', { name: 'Connect' }).click();
    await joinCircle(ben, ben.url(), 'Ben');
    await expect(personRow(ana, 'Ben')).toContainText('here, directly');
    await expect(ana.locator('.connect-ways .in-use')).toContainText('Through each other');

    relay.rule = () => 'rate-limited: slow down';
    await ben.reload();
    await expect(personRow(ana, 'Ben')).toContainText('not here');
    await ben.getByText('How you connect').click();
    await expect(ways(ben)).toContainText('asks for less at a time');
    relay.rule = () => 'auth-required: members only';
    await expect(ways(ben)).toContainText('has an account there', { timeout: 15_000 });
    await expect(ben.locator('.connect-ways .in-use')).toContainText('By codes');
    await expect(ben.getByText('is not let in at relay.example')).toBeVisible();
    await relay.close();
    relay = null;
    await expect(ways(ben)).toContainText('cannot be reached');
  } finally {
    await relay?.close();
  }
});

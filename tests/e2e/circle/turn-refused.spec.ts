import { expect } from '@playwright/test';
import { hasTurnServer, startTurn } from '../../support/turn.ts';
import { invitationOn, joinCircle, newDevice, startCircle, test } from './steps.ts';

test.skip(!hasTurnServer(), 'coturn (turnserver) is not installed on this machine');

test('a relay that does not take the password of the settings is named, and the circle meets without it', async ({
  browser,
}) => {
  test.setTimeout(60_000);
  const turn = await startTurn();
  try {
    const iceServers = [{ urls: turn.address, username: 'ana', credential: 'wrong' }];
    const device = () => newDevice(browser, { serviceWorkers: 'block' });
    const [ana, ben] = [await device(), await device()];
    for (const page of [ana, ben]) {
      await page.route('**/config.json', (route) =>
        route.fulfill({ json: { rendezvous: ['self'], iceServers } }),
      );
      await page.addInitScript(() => localStorage.setItem('askwell.relay-only', 'yes'));
    }
    await startCircle(ana, 'By relay only', 'Ana');
    await ana.getByRole('button', { name: 'Connect', exact: true }).click();
    const link = await invitationOn(ana);
    await ben.goto(link);
    await ben.getByRole('button', { name: 'Connect', exact: true }).click();
    const host = turn.address.replace('turn:', '');
    const named = `The relay ${host} does not take the name and password`;
    await expect(ben.getByText(named)).toBeVisible({ timeout: 15_000 });
    await joinCircle(ben, link, 'Ben', 20_000);
    await expect(ben.getByText('here, through the meeting point, slower')).toBeVisible();
    await expect(ben.getByText(named)).toBeVisible();
    await ben.getByText('How you connect').click();
    await expect(ben.getByText('It does not take the name and password')).toBeVisible();
  } finally {
    await turn.stop();
  }
});

import { readInvitation } from '../../../src/sync/invitation.ts';
import { deriveKeys } from '../../../src/sync/link-keys.ts';
import { expect, test } from '../link/link-test.ts';
import { begin, strip } from '../session/people.ts';
import { invitationOn, joinCircle, newDevice, personRow, startCircle } from './steps.ts';

/** The keys that whoever holds the link can make from it. */
async function keysFrom(link: string) {
  const reading = readInvitation(link);
  if (reading.kind !== 'ok') throw new Error(`no invitation in ${link}`);
  const { room, signalling } = await deriveKeys(reading.invitation);
  return { room, signalling, rendezvous: new URL('/rendezvous', link).href.replace(/^http/, 'ws') };
}

test('a device that does not name itself is shown to all as unknown, in a session too', async ({
  page,
  browser,
  linkSite,
}) => {
  await startCircle(page, 'Watched', 'Marta');
  const link = await invitationOn(page);
  await joinCircle(await newDevice(browser), link, 'Tomás');
  const meeting = await keysFrom(link);
  const stranger = await newDevice(browser);
  await stranger.goto(linkSite.url);
  await stranger.evaluate((where) => window.page.join(where, 'nobody'), meeting);
  await expect(personRow(page, 'Unknown device')).toBeVisible({ timeout: 15_000 });
  await begin({ page, name: 'Marta', context: page.context(), errors: [] }, {});
  const seen = strip(page).filter({ hasText: 'Unknown device' });
  await expect(seen).toBeVisible({ timeout: 15_000 });
  await stranger.close();
  await expect(seen).toBeHidden();
});

test('somebody who has opened the link and has no seat yet is shown', async ({ page, browser }) => {
  await startCircle(page, 'At the door', 'Marta');
  const guest = await newDevice(browser);
  await guest.goto(await invitationOn(page));
  await expect(personRow(page, 'Somebody')).toContainText('has no seat yet');
});

test('a circle that a newer Askwell has changed can be read, and offers to reload', async ({
  page,
  browser,
  linkSite,
}) => {
  await startCircle(page, 'From the future', 'Marta');
  const meeting = await keysFrom(await invitationOn(page));
  const newer = await newDevice(browser);
  await newer.goto(linkSite.url);
  await newer.evaluate((where) => window.page.join(where, 'newer'), meeting);
  await newer.waitForFunction(() => window.page.doc.getMap('meta').has('name'));
  await newer.evaluate(() => window.page.doc.getMap('meta').set('schema', 99));
  await expect(page.getByText('This circle was changed by a newer Askwell')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('From the future');
  await expect(page.getByRole('button', { name: 'Set a date' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Start a session' })).toHaveCount(0);
});

test('a meeting point out of reach is told, and found again by a tap', async ({ browser }) => {
  const page = await newDevice(browser);
  let isCut = true;
  await page.routeWebSocket(/rendezvous/, async (socket) => {
    if (isCut) await socket.close();
    else socket.connectToServer();
  });
  await startCircle(page, 'No meeting point', 'Marta');
  const told = page.getByText('cannot be reached. All that is here stays.');
  await expect(told).toBeVisible({ timeout: 15_000 });
  isCut = false;
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(told).toBeHidden();
});

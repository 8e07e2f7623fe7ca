import type { Page } from '@playwright/test';
import { expect, test } from '../link/link-test.ts';
import { invitationOn, newDevice, personRow, startCircle } from './steps.ts';

/** A device whose site names no rendezvous. */
async function cutOff(page: Page): Promise<Page> {
  const config = JSON.stringify({ rendezvous: [], iceServers: [] });
  await page.route('**/config.json', (route) => route.fulfill({ body: config }));
  return page;
}

const openCodes = (page: Page) => page.getByRole('button', { name: 'Connect another way' }).click();
const codeOn = (page: Page) => page.locator('.code-text').innerText();
const paste = async (page: Page, text: string) => {
  await page.getByLabel(/^Paste the code/).fill(text);
  await page.getByRole('button', { name: /^(Connect|Make my code)$/ }).click();
};
const wrong = (page: Page) => page.getByRole('dialog').getByRole('alert').filter({ hasText: /./ });

test('two people without a meeting point connect by two codes, and exchange words', async ({
  page: ana,
  browser,
}) => {
  // Three people and four pages, one step at a time.
  test.slow();
  const phone = { viewport: { width: 390, height: 844 } };
  await cutOff(ana);
  await startCircle(ana, 'By hand', 'Ana');
  const ben = await cutOff(await newDevice(browser, phone));
  await ben.goto(await invitationOn(ana));
  await openCodes(ana);
  await ana.getByRole('button', { name: /^I start/ }).click();
  const code = await codeOn(ana);

  await openCodes(ben);
  await ben.getByRole('button', { name: /^I got a code/ }).click();
  await paste(ben, 'What matters most to you here?');
  await expect(wrong(ben)).toContainText('There is no code in this');
  await paste(ben, code.slice(0, -5));
  await expect(wrong(ben)).toContainText('not whole');
  await paste(ben, `Take this: ${code}. See you`);
  const answer = await codeOn(ben);
  await ben.getByText('As a QR code').click();
  await expect(ben.getByRole('img')).toBeVisible();

  await paste(ana, code);
  await expect(wrong(ana)).toContainText('That is your own code');
  await paste(ana, answer);
  await expect(ana.getByText('You are connected')).toBeVisible();
  await expect(ben.getByText('You are connected with Ana.')).toBeVisible();
  await ben.getByRole('button', { name: 'Done' }).click();
  await ben.getByLabel('I am new here. My name is').fill('Ben');
  await ben.getByRole('button', { name: 'Take a seat' }).click();
  await ana.getByRole('button', { name: 'Done' }).click();
  await expect(personRow(ana, 'Ben')).toContainText('here, directly');

  // A third opens the code as a link, and so does Ana with the answer: in a tab of its own.
  const cem = await cutOff(await newDevice(browser));
  await cem.goto(await invitationOn(ana));
  await expect(cem.getByText('You were invited to a peer coaching circle')).toBeVisible();
  await openCodes(ana);
  await ana.getByRole('button', { name: /^I start/ }).click();
  await cem.goto(await codeOn(ana));
  const back = await codeOn(cem);
  expect(new URL(cem.url()).hash).toMatch(/^#my-/);
  await ana.getByRole('button', { name: 'Close' }).click();
  const tab = await cutOff(await ana.context().newPage());
  await tab.goto(back);
  for (const page of [tab, cem]) await expect(page.getByText('You are connected')).toBeVisible();
  await cem.getByRole('button', { name: 'Done' }).click();
  await cem.getByLabel('I am new here. My name is').fill('Cem');
  await cem.getByRole('button', { name: 'Take a seat' }).click();
  // Ana has introduced the two to each other.
  await expect(personRow(ben, 'Cem')).toContainText('here, directly');
});

test('a code is of no use where its circle has not been opened', async ({ page, browser }) => {
  await cutOff(page);
  await startCircle(page, 'Known here', 'Ana');
  await openCodes(page);
  await page.getByRole('button', { name: /^I start/ }).click();
  const stranger = await newDevice(browser);
  await stranger.goto(await codeOn(page));
  await expect(stranger.getByRole('heading', { name: 'Open the circle first' })).toBeVisible();
  await cutOff(stranger);
  await startCircle(stranger, 'Another circle', 'Ben');
  await openCodes(stranger);
  await stranger.getByRole('button', { name: /^I got a code/ }).click();
  await paste(stranger, await codeOn(page));
  await expect(wrong(stranger)).toContainText('belongs to another circle');
});

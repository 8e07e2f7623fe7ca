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
const shot = (page: Page, name: string) =>
  process.env['SHOTS'] ? page.screenshot({ path: `${process.env['SHOTS']}/${name}.png` }) : null;

test('two people without a meeting point connect by two codes, and exchange words', async ({
  page: ana,
  browser,
}) => {
  const phone = { viewport: { width: 390, height: 844 } };
  await cutOff(ana);
  await startCircle(ana, 'By hand', 'Ana');
  const ben = await cutOff(await newDevice(browser, phone));
  await ben.goto(await invitationOn(ana));
  await openCodes(ana);
  await shot(ana, '1-choose');
  await ana.getByRole('button', { name: /^I start/ }).click();
  const code = await codeOn(ana);
  await shot(ana, '2-start');

  await openCodes(ben);
  await shot(ben, '3-choose-390');
  await ben.getByRole('button', { name: /^I got a code/ }).click();
  await paste(ben, 'What matters most to you here?');
  await expect(wrong(ben)).toContainText('There is no code in this');
  await shot(ben, '4-wrong-390');
  await paste(ben, code.slice(0, -5));
  await expect(wrong(ben)).toContainText('not whole');
  await paste(ben, `Take this: ${code}. See you`);
  const answer = await codeOn(ben);
  await shot(ben, '5-answer-390');
  await ben.getByText('As a QR code').click();
  await expect(ben.getByRole('img')).toBeVisible();
  await shot(ben, '6-qr-390');

  await paste(ana, code);
  await expect(wrong(ana)).toContainText('That is your own code');
  await paste(ana, answer);
  await expect(ana.getByText('You are connected')).toBeVisible();
  await expect(ben.getByText('You are connected with Ana.')).toBeVisible();
  await shot(ana, '7-connected');
  await shot(ben, '8-connected-390');
  await ben.getByRole('button', { name: 'Done' }).click();
  await ben.getByLabel('I am new here. My name is').fill('Ben');
  await ben.getByRole('button', { name: 'Take a seat' }).click();
  await ana.getByRole('button', { name: 'Done' }).click();
  await expect(personRow(ana, 'Ben')).toContainText('here, directly');
  await shot(ana, '9-page');
  await shot(ben, '10-page-390');
});

import { expect } from '@playwright/test';
import { expectNoObjection } from '../objections.ts';
import { invitationOn, joinCircle, newDevice, startCircle, test } from './steps.ts';

test('axe objects to no view around a session', async ({ browser }) => {
  test.slow();
  const page = await newDevice(browser);
  await page.goto('/circle/#new');
  await page.getByRole('button', { name: 'Start the circle' }).click();
  await expectNoObjection(page, 'start, with errors');
  await startCircle(page, 'Looked at closely', 'Marta', 'https://meet.example.org/a');
  await expectNoObjection(page, 'alone');

  const tomas = await newDevice(browser);
  const link = await invitationOn(page);
  await tomas.goto(link);
  await expect(tomas.getByText('New here, or one of these?')).toBeVisible();
  await expectNoObjection(tomas, 'join');
  await joinCircle(tomas, link, 'Tomás');
  await expectNoObjection(page, 'circle');

  for (const name of ['Set a date', 'Invite', 'Change: Your name', 'Remove from this device']) {
    await page.getByRole('button', { name, exact: true }).click();
    await expectNoObjection(page, name);
    await page.keyboard.press('Escape');
  }
  await page.getByRole('button', { name: 'Copies and files' }).click();
  await page.getByRole('button', { name: 'Save my seat' }).click();
  await expect(page.getByText('That is too short')).toBeVisible();
  await expectNoObjection(page, 'copies and files, with an error');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Start a session' }).click();
  await page.getByText('What it will hold').click();
  await expectNoObjection(page, 'start a session');
  await page.getByRole('button', { name: 'Start for everyone' }).click();
  await expect(tomas.getByRole('button', { name: 'A session is on' })).toBeVisible();
  await expectNoObjection(tomas, 'a session is on');

  await tomas.getByRole('button', { name: 'Leave the circle' }).click();
  await tomas.getByRole('button', { name: 'Leave', exact: true }).click();
  await expectNoObjection(tomas, 'left');
  await tomas.goto('/circle/#file');
  await tomas.getByLabel('Choose a file').setInputFiles({
    name: 'a.age',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from('age-encryption.org/v1\n'),
  });
  await expect(tomas.getByLabel('Passphrase')).toBeVisible();
  await expectNoObjection(tomas, 'open a file');
  await tomas.goto('/circle/#my-nobody');
  await expect(tomas.getByRole('heading', { level: 1 })).toBeVisible();
  await expectNoObjection(tomas, 'trouble');
});

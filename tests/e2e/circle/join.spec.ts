import { expect } from '@playwright/test';
import { invitationOn, joinCircle, newDevice, personRow, startCircle, test } from './steps.ts';

test('a circle is started, shared by its link and joined; then both see each other', async ({
  page,
  browser,
}) => {
  await startCircle(page, 'Thursday mornings', 'Marta', 'meet.example.org/thursday');
  expect(page.url()).toMatch(/#my-\w+$/);
  const link = await invitationOn(page);

  const tomas = await newDevice(browser);
  await joinCircle(tomas, link, 'Tomás');
  expect(tomas.url(), 'the secret is gone from the address bar').toMatch(/#my-\w+$/);
  await expect(tomas.getByRole('heading', { level: 1 })).toHaveText('Thursday mornings');
  await expect(personRow(tomas, 'Marta')).toContainText('here, directly');
  await expect(personRow(page, 'Tomás')).toContainText('here, directly');
  await expect(tomas.getByRole('link', { name: 'Open the call' })).toHaveAttribute(
    'href',
    'https://meet.example.org/thursday',
  );
});

test('a seat whose member is not here can be taken on another device, and everyone sees it', async ({
  page,
  browser,
}) => {
  await startCircle(page, 'Three phones', 'Marta');
  const link = await invitationOn(page);
  const old = await newDevice(browser);
  await joinCircle(old, link, 'Tomás');
  await expect(personRow(page, 'Tomás')).toContainText('here, directly');

  const fresh = await newDevice(browser);
  await fresh.goto(link);
  const seat = fresh.getByRole('listitem').filter({ hasText: 'Tomás' });
  await expect(seat).toContainText('here now');
  await expect(seat.getByRole('button')).toHaveCount(0);

  await old.close();
  await fresh.getByRole('button', { name: 'This is me: Tomás' }).click();
  await expect(personRow(fresh, 'Tomás')).toContainText('You took this seat on another device');
  await expect(personRow(page, 'Tomás')).toContainText('Tomás took this seat on another device');
  await expect(personRow(page, 'Tomás')).toContainText('here, directly');
});

test('a date and its presenter are set by one and seen by the other', async ({ page, browser }) => {
  await startCircle(page, 'Dates', 'Marta');
  const link = await invitationOn(page);
  const tomas = await newDevice(browser);
  await joinCircle(tomas, link, 'Tomás');

  await page.getByRole('button', { name: 'Set a date' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Choose a day and a time.')).toBeVisible();
  await page.getByLabel('Day').fill('2020-01-14');
  await page.getByLabel('Time').fill('09:00');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('That moment has passed.')).toBeVisible();
  await page.getByLabel('Day').fill('2099-01-15');
  await page.getByRole('radio', { name: 'Tomás' }).check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();

  await expect(tomas.getByText('Thursday, January 15')).toBeVisible();
  await expect(tomas.getByText('You bring something.')).toBeVisible();
  await tomas.getByRole('button', { name: 'Start a session' }).click();
  await expect(tomas.getByRole('radio', { name: 'Tomás (you)' }).first()).toBeChecked();
});

test('while nobody has been found, the join page says so, and what one can do', async ({
  page,
  browser,
}) => {
  await startCircle(page, 'Quiet', 'Marta');
  const link = await invitationOn(page);
  await page.close();

  const early = await newDevice(browser);
  await early.clock.install();
  await early.goto(link);
  await expect(early.getByText('Looking for the others…')).toBeVisible();
  await expect(early.getByText('Nobody else is here yet')).toBeHidden();
  await early.clock.runFor(8_100);
  await expect(early.getByText('Nobody else is here yet')).toBeVisible();
  await early.getByLabel('Your name').fill('Tomás');
  await early.getByRole('button', { name: 'Take a seat' }).click();
  await expect(personRow(early, 'Tomás')).toBeVisible();
});

test('a seventh person is told kindly that all seats are taken, and has a way on @alone', async ({
  page,
  browser,
}) => {
  test.slow();
  await startCircle(page, 'Full house', 'Member 1');
  const link = await invitationOn(page);
  for (const n of [2, 3, 4, 5, 6]) await joinCircle(await newDevice(browser), link, `Member ${n}`);

  const seventh = await newDevice(browser);
  await seventh.goto(link);
  await expect(seventh.getByRole('heading', { name: 'All six seats are taken' })).toBeVisible();
  await expect(seventh.getByRole('button', { name: 'Take a seat' })).toHaveCount(0);
  await seventh.getByRole('link', { name: 'Start another circle' }).click();
  await expect(seventh.getByRole('heading', { name: 'Start a circle' })).toBeVisible();
});

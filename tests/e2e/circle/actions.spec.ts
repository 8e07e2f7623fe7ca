import {
  begin,
  enter,
  expect,
  gather,
  goOnUntil,
  meet,
  test,
  type Person,
} from '../session/people.ts';

const SECRET = 'tell my sister that the house is sold';

async function close(by: Person, all: readonly Person[]): Promise<void> {
  await goOnUntil(by, 'Close', all);
  await by.page.getByRole('button', { name: 'Close the session' }).click();
  await by.page.getByRole('button', { name: 'Close without a date' }).click();
  for (const { page } of all)
    await page.getByRole('button', { name: 'To the circle’s page' }).click();
}

test('an action stays private, is told by its outcome, becomes smaller, and is found again across circles', async ({
  person,
}) => {
  const [ana, ben] = [await person('Ana', { phone: true }), await person('Ben')];
  const both = [ana, ben];
  const { page } = ana;
  await gather([ana, ben]);
  await meet([ana, ben], { presenter: 'Ana' });
  await goOnUntil(ben, 'Commit', both);

  await test.step('help that may be ignored, and a day that is not in the calendar', async () => {
    const will = page.getByRole('textbox', { name: 'I will', exact: true });
    await will.fill('she should call soon');
    await page.getByRole('button', { name: 'I will ask her to call soon' }).click();
    await expect(will).toHaveValue('ask her to call soon');
    await expect(page.getByText('“soon” is hard to see.')).toBeVisible();
    await will.fill(SECRET);
    await expect(page.getByText('is hard to see')).toHaveCount(0);
    await page.getByLabel('By', { exact: true }).focus();
    await page.keyboard.type('02312031');
    await page.getByRole('button', { name: 'Write it down' }).click();
    await expect(page.getByText('That day is not in the calendar.')).toBeVisible();
    await page.getByLabel('By', { exact: true }).fill('2031-03-03');
  });

  await test.step('its words stay on her device', async () => {
    await page.getByText('More, if it helps').click();
    await page.getByRole('radio', { name: '5', exact: true }).check();
    await expect(page.getByText('What would make it a 7?')).toBeVisible();
    await page.getByLabel('Ask me').fill('What did she say?');
    await page.getByRole('radio', { name: 'Only me' }).check();
    await page.getByRole('button', { name: 'Write it down' }).click();
    await expect(page.getByText('Only this device has these words.')).toBeVisible();
    await expect(ben.page.getByText('An action that Ana keeps private.')).toBeVisible();
    await expect(ben.page.getByText(/March 3|3 March/)).toBeVisible();
    await close(ben, both);
  });

  await test.step('the next session asks what came of it, and hears no more than that', async () => {
    await begin(ben, { presenter: 'Ana' });
    await enter(ana);
    await goOnUntil(ben, 'Report back', both);
    await expect(page.getByText(SECRET)).toBeVisible();
    await expect(page.getByText('Ask me: What did she say?')).toBeVisible();
    await page.getByRole('radio', { name: 'Not yet' }).check();
    await expect(ben.page.getByRole('radio', { name: 'Not yet' })).toBeChecked();
    await expect(ben.page.getByText('You hear only what came of it.')).toBeVisible();
    await page.getByRole('radio', { name: 'Smaller' }).check();
    const will = page.getByRole('textbox', { name: 'I will', exact: true });
    await expect(will).toHaveValue(SECRET);
    await will.fill('find her new number');
    await page.getByRole('radio', { name: 'The circle', exact: true }).check();
    await page.getByRole('button', { name: 'Write it down' }).click();
    await expect(ben.page.getByText('find her new number')).toBeVisible();
  });

  await test.step('the circle’s page of actions, and mine in all circles', async () => {
    await close(ben, both);
    await ben.page.getByRole('link', { name: 'All actions' }).click();
    const told = ben.page.getByRole('region', { name: 'Told' });
    await expect(told.getByText('An action that Ana keeps private.')).toBeVisible();
    await expect(told.getByText(/^Not yet, told on/)).toBeVisible();
    await expect(ben.page.getByText('find her new number')).toBeVisible();
    await page.goto('./circle/#mine');
    const mine = page.getByRole('list', { name: 'Your actions' }).getByRole('listitem');
    await expect(mine).toHaveCount(1);
    await expect(mine).toContainText('find her new number');
    await mine.getByRole('link', { name: 'Thursday mornings' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'All actions' })).toBeVisible();
    await expect(page.getByText(SECRET)).toBeVisible();
  });
});

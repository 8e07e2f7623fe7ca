import { expect, test as base, type Browser, type Page } from '@playwright/test';

/** Closes the devices of a test after it: else they stay connected, and busy, beside all tests that follow. */
export const test = base.extend<{ closed: void }>({
  // Each new browser would fetch the whole site: a second of one core. Whoever reloads or goes offline says 'allow'.
  serviceWorkers: 'block',
  closed: [
    async ({ browser }, use) => {
      await use();
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    { auto: true },
  ],
});

/** A person at a device of their own: a browser that shares nothing with the others. */
export async function newDevice(browser: Browser, options = {}): Promise<Page> {
  const context = await browser.newContext(options);
  return context.newPage();
}

export async function startCircle(page: Page, name: string, me: string, call = ''): Promise<void> {
  await page.goto('/circle/#new');
  await page.getByLabel('What shall the circle be called?').fill(name);
  await page.getByLabel('Your name').fill(me);
  await page.getByLabel('Where do you talk?').fill(call);
  await page.getByRole('button', { name: 'Start the circle' }).click();
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
}

/** The link as the page shows it, to be handed to somebody. */
export async function invitationOn(page: Page): Promise<string> {
  const shown = page.locator('.invite-link');
  const isAlone = await page.getByRole('heading', { name: 'You are the first one here' }).count();
  if (isAlone > 0) return shown.innerText();
  await page.getByRole('button', { name: 'Invite', exact: true }).click();
  const letThemSee = page.getByRole('button', { name: 'Let the newcomer see them' });
  await expect(shown.or(letThemSee)).toBeVisible();
  if (await letThemSee.isVisible()) await letThemSee.click();
  const link = await shown.innerText();
  await page.keyboard.press('Escape');
  return link;
}

/** Opens the link on a new device and takes a new seat, once the circle's name has come over the link. */
export async function joinCircle(
  page: Page,
  link: string,
  name: string,
  timeout = 5000,
): Promise<void> {
  await page.goto(link);
  await expect(page.getByText('New here, or one of these?')).toBeVisible({ timeout });
  await page.getByLabel('I am new here. My name is').fill(name);
  await page.getByRole('button', { name: 'Take a seat' }).click();
  await expect(page.getByRole('heading', { name: 'Who is here' })).toBeVisible();
}

/** One line of "Who is here". */
export const personRow = (page: Page, name: string) =>
  page.getByRole('region', { name: 'Who is here' }).getByRole('listitem').filter({ hasText: name });

import { expect, type Browser, type BrowserContext, type Page } from '@playwright/test';

/** One person with a browser of their own. */
export interface Person {
  readonly name: string;
  readonly page: Page;
  readonly context: BrowserContext;
  /** Every uncaught error and console error of this page. */
  readonly errors: string[];
}

export interface Device {
  /** How far this device's clock is from the true time, ms. */
  readonly clockOff?: number;
  readonly phone?: boolean;
}

export async function personWith(
  browser: Browser,
  name: string,
  { clockOff = 0, phone = false }: Device = {},
): Promise<Person> {
  const context = await browser.newContext(
    phone ? { viewport: { width: 390, height: 844 }, hasTouch: true } : {},
  );
  const page = await context.newPage();
  const person = { name, page, context, errors: [] };
  watch(person);
  if (clockOff !== 0) await page.addInitScript(moveClock, clockOff);
  return person;
}

/** Notes what goes wrong on a page, for the test to look at in the end. */
export function watch({ page, errors }: Person): void {
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
}

function moveClock(by: number): void {
  const True = Date;
  class Wrong extends True {
    constructor(...parts: [] | [number]) {
      if (parts.length === 0) super(True.now() + by);
      else super(...parts);
    }
    static override now(): number {
      return True.now() + by;
    }
  }
  globalThis.Date = Wrong as DateConstructor;
}

/** Founds a circle and returns the link that lets others in. */
export async function found({ page, name }: Person, circle: string): Promise<string> {
  await page.goto('/circle/#new');
  await page.getByLabel('What shall the circle be called?').fill(circle);
  await page.getByLabel('Your name').fill(name);
  await page.getByRole('button', { name: 'Start the circle' }).click();
  await expect(page.getByRole('heading', { name: circle, level: 1 })).toBeVisible();
  return page.getByRole('group', { name: 'The circle’s link' }).innerText();
}

export async function join({ page, name }: Person, link: string): Promise<void> {
  await page.goto(link);
  await expect(page.getByText('New here, or one of these?')).toBeVisible();
  await page.getByLabel('I am new here. My name is').fill(name);
  await page.getByRole('button', { name: 'Take a seat' }).click();
  await expect(page.getByRole('heading', { name: 'Who is here' })).toBeVisible();
}

export interface Opening {
  readonly format?: RegExp;
  readonly presenter?: string;
  readonly steward?: string;
}

/** Begins a session for everyone; who begins it is in it. */
export async function begin(
  { page }: Person,
  { format = /The full hour/, presenter, steward }: Opening,
): Promise<void> {
  await page.getByRole('button', { name: 'Start a session' }).click();
  const dialog = page.getByRole('dialog', { name: 'Start a session' });
  await dialog.getByRole('radio', { name: format }).check();
  if (presenter) {
    await dialog
      .getByRole('group', { name: /brings something|asked first/ })
      .getByRole('radio', { name: presenter })
      .check();
  }
  if (steward) {
    await dialog
      .getByRole('group', { name: 'Who is the steward?' })
      .getByRole('radio', { name: steward })
      .check();
  }
  await dialog.getByRole('button', { name: 'Start for everyone' }).click();
  await expectPhase(page, 'Arrive');
}

export async function enter({ page }: Person): Promise<void> {
  await page.getByRole('button', { name: /A session is on/ }).click();
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
}

export const expectPhase = (page: Page, phase: string): Promise<void> =>
  expect(page.getByRole('heading', { level: 1 })).toHaveText(phase);

/** One person moves everybody on; all screens follow. */
export async function goOn(by: Person, phase: string, all: readonly Person[]): Promise<void> {
  await by.page.getByRole('button', { name: `On to ${phase}` }).click();
  for (const { page } of all) await expectPhase(page, phase);
}

/** The seats in the order in which the screen shows them. */
export const strip = (page: Page) => page.locator('.people li');

/** One member's place among the seats. */
export const seatOf = (page: Page, name: string) =>
  strip(page).filter({ has: page.getByText(name, { exact: true }) });

/** Ms left on this screen's ring, as exactly as it is drawn. */
export const msLeft = (page: Page, minutes: number): Promise<number> =>
  page
    .locator('.ring .left')
    .evaluate(
      (circle, all) => (parseFloat(circle.getAttribute('stroke-dasharray') ?? '') / 100) * all,
      minutes * 60_000,
    );

import { expect as bare, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { invitationOn, joinCircle, startCircle, test as base } from '../circle/steps.ts';

/** What needs several browsers takes its time on a busy machine; a promise in seconds names its own timeout. */
export const expect = bare.configure({ timeout: 15_000 });

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
  /** The zone that this device is in. */
  readonly zone?: string;
}

export async function personWith(
  browser: Browser,
  name: string,
  { clockOff = 0, phone = false, zone = 'UTC' }: Device = {},
): Promise<Person> {
  const context = await browser.newContext({
    timezoneId: zone,
    ...(phone && { viewport: { width: 390, height: 844 }, hasTouch: true }),
  });
  const page = await context.newPage();
  const person = { name, page, context, errors: [] };
  watch(person);
  await page.addInitScript(tellViolations);
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

/** What the policy of a page forbids counts as an error of the page, on any browser. */
function tellViolations(): void {
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
    console.error(`the policy forbids ${effectiveDirective}: ${blockedURI}`),
  );
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
  await startCircle(page, circle, name);
  return invitationOn(page);
}

export const join = ({ page, name }: Person, link: string): Promise<void> =>
  joinCircle(page, link, name);

/** Founds a circle; all others join by its link, which comes back. */
export async function gather([first, ...others]: readonly [Person, ...Person[]]): Promise<string> {
  const link = await found(first, 'Thursday mornings');
  for (const other of others) await join(other, link);
  return link;
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

/** From the phase that is on to another one, in as many steps as lie between; all screens follow. */
export async function goOnUntil(by: Person, phase: string, all: readonly Person[]): Promise<void> {
  const heading = by.page.getByRole('heading', { level: 1 });
  while ((await heading.innerText()) !== phase) {
    const before = await heading.innerText();
    await by.page.locator('.onward').click();
    await expect(heading).not.toHaveText(before);
  }
  for (const { page } of all) await expectPhase(page, phase);
}

/** Begins a session and brings everyone into it. */
export async function meet(
  all: readonly [Person, ...Person[]],
  opening: Opening = {},
): Promise<void> {
  const [first, ...others] = all;
  await begin(first, opening);
  for (const person of others) await enter(person);
  for (const { page } of all) await expect(strip(page)).toHaveCount(all.length);
}

/** What a browser says by itself of a network that is not there is no fault of the page. */
const ofTheNetwork = /Failed to load resource|WebSocket (connection to|is already in CLOSING)/;

export const test = base.extend<{
  /** Somebody with a browser of their own, which is closed after the test and must have met no error. */
  person: (name: string, device?: Device) => Promise<Person>;
}>({
  person: async ({ browser }, use, testInfo) => {
    testInfo.setTimeout(240_000);
    const all: Person[] = [];
    await use(async (name, device) => {
      const person = await personWith(browser, name, device);
      all.push(person);
      return person;
    });
    for (const { context } of all) await context.close();
    for (const { name, errors } of all) {
      expect(
        errors.filter((error) => !ofTheNetwork.test(error)),
        `errors on the page of ${name}`,
      ).toEqual([]);
    }
  },
});

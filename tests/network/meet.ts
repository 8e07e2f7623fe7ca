import { chromium, type Browser, type Page } from '@playwright/test';
import { findBrowser } from '../../scripts/browser.ts';
import { browserFlags } from '../../scripts/browser-flags.ts';
import { invitationOn, personRow, startCircle } from '../e2e/circle/steps.ts';
import { PUBLIC, type Lab } from './lab.ts';

const SITE = `http://${PUBLIC}/`;
/** Longer than anybody would wait without an explanation. */
const PATIENCE = 40_000;

/** One person with a browser in a place of the lab. */
export interface Guest {
  readonly name: string;
  readonly page: Page;
  readonly errors: string[];
  readonly browser: Browser;
}

export async function openGuest(lab: Lab, name: string): Promise<Guest> {
  const browser = await chromium.launch({
    executablePath: lab.starter(name.toLowerCase(), findBrowser()),
    // A lab has no certificates; a real site has https.
    args: [...browserFlags, `--unsafely-treat-insecure-origin-as-secure=${SITE}`],
  });
  const context = await browser.newContext({ baseURL: SITE });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  return { name, page, errors, browser };
}

export async function found({ page, name }: Guest, asked: boolean): Promise<string> {
  await startCircle(page, 'Before', name);
  if (asked) await agree(page);
  return invitationOn(page);
}

/** Before a service that is not the site's own is contacted, the person is asked. */
const agree = (page: Page): Promise<void> =>
  page.getByRole('button', { name: 'Connect', exact: true }).click();

/** Seconds until the page could be used, and from then until the circle had come. `null`: nobody was found. */
export interface Found {
  readonly loadedAfter: number;
  readonly foundAfter: number | null;
}

/** Opens the link, waits for the circle to come over it and takes a seat. */
export async function join({ page, name }: Guest, link: string, asked: boolean): Promise<Found> {
  const begun = performance.now();
  await page.goto(link);
  await page.getByRole('button', { name: 'Take a seat' }).waitFor();
  const loaded = performance.now();
  const loadedAfter = (loaded - begun) / 1000;
  if (asked) await agree(page);
  const seats = page.getByText('New here, or one of these?');
  if (!(await appears(seats))) return { loadedAfter, foundAfter: null };
  const foundAfter = (performance.now() - loaded) / 1000;
  await page.getByLabel('I am new here. My name is').fill(name);
  await page.getByRole('button', { name: 'Take a seat' }).click();
  return { loadedAfter, foundAfter };
}

/** What one sees of another: "here, directly". */
export async function reach({ page }: Guest, other: Guest): Promise<string> {
  const row = personRow(page, other.name).locator('.how');
  await appears(row.filter({ hasText: /^here/ }));
  return row.innerText();
}

/** Changes the circle's name; says how long until another screen has it, ms. `null`: it never came. */
export async function wordFrom(from: Guest, to: Guest, word: string): Promise<number | null> {
  const begun = await write(from, word);
  if (!(await hasWord(to, word))) return null;
  return Math.round(performance.now() - begun);
}

export async function write({ page }: Guest, word: string): Promise<number> {
  await page.getByRole('button', { name: 'Change: Its name' }).click();
  await page.getByRole('dialog').getByLabel('Its name').fill(word);
  await page.keyboard.press('Enter');
  return performance.now();
}

export const hasWord = ({ page }: Guest, word: string): Promise<boolean> =>
  appears(page.getByRole('heading', { level: 1, name: word }));

async function appears(what: ReturnType<Page['locator']>): Promise<boolean> {
  return what
    .first()
    .waitFor({ timeout: PATIENCE })
    .then(
      () => true,
      (error: unknown) => {
        if (error instanceof Error && error.name === 'TimeoutError') return false;
        throw error;
      },
    );
}

import type { Page } from '@playwright/test';
import { expectNoObjection } from '../objections.ts';
import { expect, gather, goOn, meet, test, type Person } from './people.ts';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const TALL = 800;
/** The least height of what a finger must hit, px. */
const FINGER = 44;

/** Controls that are lower than a finger is wide. */
const small = (page: Page): Promise<string[]> =>
  page.evaluate((least) => {
    const controls = document.querySelectorAll<HTMLElement>(
      'button, a[href], input, select, textarea, summary',
    );
    const modal = document.querySelector('dialog[open]');
    return [...controls].flatMap((control) => {
      const target = control.matches('[type=radio], [type=checkbox]')
        ? (control.closest('label') ?? control)
        : control;
      if (!control.checkVisibility() || (modal && !modal.contains(control))) return [];
      const { height } = target.getBoundingClientRect();
      const words = control.ariaLabel ?? target.innerText;
      return height > 0 && height < least - 0.5
        ? [`${control.tagName} “${words.slice(0, 40)}” ${height.toFixed(1)}`]
        : [];
    });
  }, FINGER);

/** How far the page, or the dialog on it, can be pushed sideways, px. */
const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const areas = [document.documentElement, ...document.querySelectorAll('dialog[open]')];
    return Math.max(...areas.map((area) => area.scrollWidth - area.clientWidth));
  });

async function inspect(page: Page, view: string): Promise<void> {
  await expectNoObjection(page, view, rules);
  for (const width of [320, 390, 1280]) {
    await page.setViewportSize({ width, height: TALL });
    expect.soft(await sideways(page), `${view} at ${width} px`).toBe(0);
    if (width === 390) expect.soft(await small(page), `${view}: too low for a finger`).toEqual([]);
  }
}

async function inspectBoth(both: readonly Person[], view: string): Promise<void> {
  for (const { page, name } of both) {
    await expect(page.locator('.people')).toBeVisible();
    await inspect(page, `${view} of ${name}`);
  }
}

async function inspectDialog({ page }: Person, opener: string): Promise<void> {
  await page.getByRole('button', { name: opener, exact: true }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await inspect(page, opener);
  await page.keyboard.press('Escape');
}

async function close(by: Person, all: readonly Person[]): Promise<void> {
  await by.page.getByRole('button', { name: 'Close the session' }).click();
  await by.page.getByRole('button', { name: 'Close without a date' }).click();
  for (const { page } of all) await expect(page.getByText('The session is closed')).toBeVisible();
}

async function commitTo({ page }: Person, action: string): Promise<void> {
  await page.getByRole('textbox', { name: 'I will', exact: true }).fill(action);
  await page.getByText('More, if it helps').click();
  await page.getByLabel('First step').fill('Write to Leila tonight');
  await page.getByText('8', { exact: true }).click();
  await page.getByRole('button', { name: 'Write it down' }).click();
  await expect(page.getByText('Write to Leila tonight')).toBeVisible();
}

test('every stage of a session can be seen, read and hit, on any screen and in both themes', async ({
  person,
}) => {
  test.setTimeout(300_000);
  const [ana, ben] = [await person('Ana'), await person('Ben')];
  const both = [ana, ben];
  await gather([ana, ben]);

  await test.step('a first meeting', async () => {
    await meet([ana, ben], { presenter: 'Ana', steward: 'Ben' });
    await inspectBoth(both, 'Arrive');
    await inspectDialog(ben, 'More');
    await goOn(ben, 'Norms', both);
    await inspectDialog(ana, 'Propose a norm');
    for (const text of ['We let each other finish.', 'We keep what is said here.']) {
      await ana.page.getByRole('button', { name: 'Propose a norm' }).click();
      await ana.page.getByLabel('In your own words').fill(text);
      await ana.page.getByRole('button', { name: 'Propose', exact: true }).click();
    }
    const [first, second] = [
      ben.page.locator('.proposal').nth(0),
      ben.page.locator('.proposal').nth(1),
    ];
    await second.getByRole('button', { name: 'I object' }).click();
    await first.getByRole('button', { name: 'I can keep this' }).click();
    await expect(ana.page.locator('.agreed')).toBeVisible();
    await inspectBoth(both, 'Norms');
    await inspectDialog(ben, 'Norm card');
    await goOn(ben, 'Focus', both);
    await inspectBoth(both, 'Focus');
    await ana.page.getByLabel('The question, in one sentence').fill('How do I stop rescuing?');
    await ana.page.getByLabel('The question, in one sentence').press('Enter');
    for (const phase of ['Present', 'Clarify', 'Think', 'Explore']) {
      await goOn(ben, phase, both);
      await inspectBoth(both, phase);
    }
    await ben.page.getByLabel('My question').fill('What does it give you?');
    await ben.page.getByText('Parked advice').click();
    await inspect(ben.page, 'Explore with a question in writing');
    await ben.page.getByRole('button', { name: 'I asked it' }).click();
    for (const { page } of both) await page.getByText('Asked so far').click();
    await inspectBoth(both, 'Explore with a question asked');
    await goOn(ben, 'Respond', both);
    await inspectBoth(both, 'Respond');
    await goOn(ben, 'Learn', both);
    await ana.page.getByLabel('What I learned about myself').fill('I like to be needed.');
    await inspectBoth(both, 'Learn');
    await ben.page.getByRole('button', { name: 'Show all together' }).click();
    await expect(ben.page.getByText('I like to be needed.')).toBeVisible();
    await inspectBoth(both, 'Learn, opened');
    await goOn(ben, 'Commit', both);
    await ben.page.getByRole('button', { name: 'On to Close' }).click();
    await inspect(ben.page, 'No action yet');
    await ben.page.getByRole('button', { name: 'Stay here' }).click();
    await inspectBoth(both, 'Commit');
    await commitTo(ben, 'let Leila run the planning');
    await inspectBoth(both, 'Commit, written down');
    await ana.page.getByRole('button', { name: 'Pause' }).click();
    for (const { page, name } of both) {
      await expect(page.getByText('The clock has stopped')).toBeVisible();
      await inspect(page, `Pause of ${name}`);
    }
    await inspectDialog(ben, 'Safety sheet');
    await ben.page.getByRole('button', { name: 'Go on' }).click();
    await goOn(ben, 'Close', both);
    await inspectBoth(both, 'Close');
    await close(ben, both);
    await inspect(ana.page, 'closed');
  });

  await test.step('a second one, of two people in turn', async () => {
    for (const { page } of both) {
      await page.getByRole('button', { name: 'To the circle’s page' }).click();
    }
    await meet([ana, ben], { format: /Two in turn/, presenter: 'Ben' });
    await goOn(ana, 'Report back', both);
    await inspectBoth(both, 'Report back');
    await goOn(ana, 'Focus', both);
    await goOn(ana, 'Listen', both);
    await inspectBoth(both, 'Listen');
  });

  await test.step('and a fictional one', async () => {
    await ben.page.goto('/circle/#try');
    await expect(ben.page.locator('.fiction')).toBeVisible();
    for (const phase of ['Arrive', 'Focus', 'Present', 'Explore']) {
      if (phase !== 'Arrive') await goOn(ben, phase, [ben]);
      await inspect(ben.page, `the fictional ${phase}`);
    }
  });
});

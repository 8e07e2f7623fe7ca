import type { Page } from '@playwright/test';
import { expect, gather, goOn, join, enter, meet, msLeft, test, type Person } from './people.ts';

const MINUTE = 60_000;
const YEAR = 365.25 * 24 * 60 * MINUTE;
const NORMS_MINUTES = 10;

declare global {
  interface Window {
    /** Stops the clock that stands still while a device sleeps; the wall clock goes on. */
    sleep(): void;
    /** Lets it go on from where it stood. */
    wake(): void;
    /** Puts the wall clock forward, ms, as a person or a network may. */
    jump(by: number): void;
  }
}

/** Makes a page's clocks ones that a test can disturb. */
function giveClocks(): void {
  const RealDate = Date;
  const real = performance.now.bind(performance);
  let ahead = 0;
  let lost = 0;
  let asleepSince: number | null = null;
  performance.now = () => (asleepSince ?? real()) - lost;
  window.sleep = () => (asleepSince = real());
  window.wake = () => {
    if (asleepSince !== null) lost += real() - asleepSince;
    asleepSince = null;
    document.dispatchEvent(new Event('visibilitychange'));
  };
  window.jump = (by) => (ahead += by);
  globalThis.Date = class extends RealDate {
    constructor(...parts: [] | [number]) {
      if (parts.length === 0) super(RealDate.now() + ahead);
      else super(...parts);
    }
    static override now(): number {
      return RealDate.now() + ahead;
    }
  } as DateConstructor;
}

/** How far the screens are apart, ms. */
async function apart(people: readonly Person[]): Promise<number> {
  const shown = await Promise.all(people.map(({ page }) => msLeft(page, NORMS_MINUTES)));
  return Math.max(...shown) - Math.min(...shown);
}

const expectTogether = (people: readonly Person[]): Promise<void> =>
  expect.poll(() => apart(people)).toBeLessThan(1000);

/** Runs something in the page that is not to be waited for. */
const tell = (page: Page, what: 'sleep' | 'wake'): Promise<void> =>
  page.evaluate((act) => window[act](), what);

test('clocks ten minutes slow and three years ahead show one time, also after a sleep @alone', async ({
  person,
}) => {
  const ana = await person('Ana');
  const ben = await person('Ben', { clockOff: -10 * MINUTE });
  const chris = await person('Chris', { clockOff: 3 * YEAR });
  const all = [ana, ben, chris];
  await chris.page.addInitScript(giveClocks);
  const link = await gather([ana, ben]);
  await meet([ana, ben], { presenter: 'Ana' });
  await goOn(ana, 'Norms', [ana, ben]);

  await test.step('Chris’s clock is three years ahead, and he finds the session that is on', async () => {
    await join(chris, link);
    await enter(chris);
    await expectTogether(all);
  });

  await test.step('his device sleeps while the others go on, and finds the time again', async () => {
    await tell(chris.page, 'sleep');
    await expect.poll(() => apart(all)).toBeGreaterThan(2000);
    await tell(chris.page, 'wake');
    await expectTogether(all);
  });

  await test.step('somebody puts his clock an hour forward: nobody else is moved', async () => {
    const before = await msLeft(ana.page, NORMS_MINUTES);
    await chris.page.evaluate((by) => window.jump(by), 60 * MINUTE);
    await tell(chris.page, 'wake');
    await expectTogether(all);
    expect(before - (await msLeft(ana.page, NORMS_MINUTES))).toBeLessThan(20_000);
  });

  await test.step('a reload keeps the time', async () => {
    for (const { page } of [ben, chris]) {
      await page.reload();
      await expect(page.locator('.ring .left')).toBeVisible();
    }
    await expectTogether(all);
  });
});

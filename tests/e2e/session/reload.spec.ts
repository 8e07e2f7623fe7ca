import type { Page } from '@playwright/test';
import { expect, expectPhase, gather, goOn, meet, test, type Person } from './people.ts';

test.use({ serviceWorkers: 'allow' });

/** A field in which somebody was typing when the page was reloaded. */
type Field = (page: Page) => ReturnType<Page['getByLabel']>;

const field =
  (label: string): Field =>
  (page) =>
    page.getByRole('textbox', { name: label, exact: true });

interface Writing {
  readonly who: 'presenter' | 'coach';
  readonly at: Field;
}

/** What each of the two has in hand, phase by phase. */
const inHand: Readonly<Record<string, readonly Writing[]>> = {
  Arrive: [],
  Norms: [{ who: 'coach', at: field('In your own words') }],
  Focus: [
    { who: 'presenter', at: field('The question, in one sentence') },
    { who: 'coach', at: field('The question, in one sentence') },
  ],
  Present: [
    { who: 'presenter', at: field('What it is about, in one line') },
    { who: 'coach', at: field('My notes') },
  ],
  Clarify: [
    { who: 'presenter', at: field('My notes') },
    { who: 'coach', at: field('My notes') },
  ],
  Think: [
    { who: 'coach', at: field('A question') },
    { who: 'coach', at: field('And another') },
  ],
  Explore: [{ who: 'coach', at: field('My question') }],
  Respond: [
    { who: 'presenter', at: field('My notes') },
    { who: 'coach', at: field('My notes') },
  ],
  Learn: [
    { who: 'presenter', at: field('What I learned about myself') },
    { who: 'coach', at: field('What I learned about myself') },
  ],
  Commit: [
    { who: 'presenter', at: field('I will') },
    { who: 'coach', at: field('First step') },
    { who: 'coach', at: field('I will tell') },
  ],
  Close: [],
};

/** The norm of one's own is written in a dialog, which a reload closes. A fold that holds words opens by itself. */
async function openField(page: Page, phase: string, isAgain = false): Promise<void> {
  if (phase === 'Norms') await page.getByRole('button', { name: 'Propose a norm' }).click();
  if (phase === 'Commit' && !isAgain) await page.getByText('More, if it helps').click();
}

const instructionOf = ({ page }: Person): Promise<string> =>
  page.getByRole('heading', { level: 2 }).first().innerText();

test('a reload in any phase brings me back to it, in my role, with what I was typing', async ({
  person,
}) => {
  const [ana, ben] = [await person('Ana'), await person('Ben', { phone: true })];
  const both = [ana, ben];
  await gather([ana, ben]);
  await meet([ana, ben], { presenter: 'Ana' });

  for (const [phase, writings] of Object.entries(inHand)) {
    await test.step(phase, async () => {
      if (phase === 'Close') {
        await ana.page.getByRole('button', { name: 'Write it down' }).click();
      }
      if (phase !== 'Arrive') await goOn(ana, phase, both);
      const told = await Promise.all(both.map(instructionOf));
      await Promise.all(
        both.map(async ({ page }) => {
          const mine = writings.filter(
            ({ who }) => who === (page === ana.page ? 'presenter' : 'coach'),
          );
          if (mine.length > 0) await openField(page, phase);
          for (const { at } of mine) await at(page).fill(`${phase}, not sent yet`);
          await page.reload();
          await expectPhase(page, phase);
          await expect(page.locator('.time')).toBeVisible();
          if (mine.length > 0) await openField(page, phase, true);
          for (const { at } of mine) {
            await expect(at(page), phase).toHaveValue(`${phase}, not sent yet`);
          }
          await page.keyboard.press('Escape');
        }),
      );
      await expect.poll(() => Promise.all(both.map(instructionOf))).toEqual(told);
    });
  }
});

/** From a keystroke in a draft until the disk has it, ms. */
const typedUntilKept = (page: Page, text: string): Promise<number> =>
  page.getByLabel('My notes').evaluate(async (area: HTMLTextAreaElement, words) => {
    const opened = indexedDB.open('askwell');
    const database = await new Promise<IDBDatabase>((done) => {
      opened.onsuccess = () => done(opened.result);
    });
    const isKept = (): Promise<boolean> =>
      new Promise((done) => {
        const all = database.transaction('notes').objectStore('notes').getAll();
        all.onsuccess = () =>
          done(all.result.some((note: { text: string }) => note.text === words));
      });
    const from = performance.now();
    area.value = words;
    area.dispatchEvent(new Event('input', { bubbles: true }));
    while (!(await isKept()));
    const took = performance.now() - from;
    database.close();
    return took;
  }, text);

test('a draft is on the disk within 300 ms, so that a killed tab loses no more @alone', async ({
  person,
}) => {
  const [ana, ben] = [await person('Ana'), await person('Ben')];
  await gather([ana, ben]);
  await meet([ana, ben], { presenter: 'Ana' });
  await goOn(ana, 'Norms', [ana, ben]);
  await goOn(ana, 'Focus', [ana, ben]);
  await goOn(ana, 'Present', [ana, ben]);
  expect(await typedUntilKept(ben.page, 'roof, tired')).toBeLessThan(300 + 100);

  const address = ben.page.url();
  await ben.page.close({ runBeforeUnload: false });
  const again = await ben.context.newPage();
  await again.goto(address);
  await expect(again.getByLabel('My notes')).toHaveValue('roof, tired');
});

/** Keeps the disk at work, so that nothing else is written before the page goes. */
const keepDiskBusy = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise((busy) => {
        const opened = indexedDB.open('askwell');
        opened.onsuccess = () => {
          const store = opened.result.transaction('circles', 'readwrite').objectStore('circles');
          const goOn = (): void => {
            store.count().onsuccess = goOn;
            busy();
          };
          goOn();
        };
      }),
  );

test('what I type while the disk is busy outlives the page as well', async ({ person }) => {
  const [ana, ben] = [await person('Ana'), await person('Ben')];
  await gather([ana, ben]);
  await meet([ana, ben], { presenter: 'Ana' });
  await goOn(ana, 'Norms', [ana, ben]);
  await goOn(ana, 'Focus', [ana, ben]);
  await keepDiskBusy(ana.page);
  await ana.page.getByLabel('The question, in one sentence').fill('How do I wait?');
  await ana.page.reload();
  await expect(ana.page.getByLabel('The question, in one sentence')).toHaveValue('How do I wait?');
});

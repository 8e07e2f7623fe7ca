import type { Page } from '@playwright/test';
import { expectNoObjection } from '../objections.ts';
import {
  begin,
  enter,
  expect,
  expectPhase,
  found,
  goOn,
  goOnUntil,
  join,
  strip,
  test,
  type Person,
} from './people.ts';

/** Shortlists as their links hold them: the third brings what nobody in the library says. */
const lists = [
  ['co1', 'vo1', 'li1', 'qa1', 'ca3'],
  ['co1', 'vo1', 'cr3', 'in4', 're3'],
  ['co1', '_We_respect_each_other', 'li1', 'ca2'],
];

async function pick(page: Page, items: readonly string[]): Promise<void> {
  await page.goto(`./norms/shortlist/#1.0.${items.join('.')}`);
  await page.getByRole('button', { name: 'Take it as mine' }).click();
  await expect(
    page.getByRole('region', { name: 'On your list' }).getByRole('listitem'),
  ).toHaveCount(items.length);
}

const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name }).first().click();
const card = (page: Page, text: string) =>
  page.locator('.wish-card, .proposal').filter({ hasText: text });

test.use({ actionTimeout: 10_000 });

/** Closes the session that is on, for everyone. Who is in it goes back to the circle. */
async function close(by: Person, all: readonly Person[]): Promise<void> {
  await goOnUntil(by, 'Commit', [by]);
  await press(by.page, /^On to/);
  await press(by.page, 'Go on without one');
  await expect(by.page.getByRole('heading', { level: 1 })).not.toHaveText('Commit');
  await goOnUntil(by, 'Close', [by]);
  await press(by.page, 'Close the session');
  await press(by.page, 'Close without a date');
  await Promise.all(all.map(({ page }) => press(page, 'To the circle')));
}

test('six members come from three shortlists to seven norms that everyone is in with, and look at them in their fourth session', async ({
  person,
}) => {
  const names = ['Ana', 'Ben', 'Chris', 'Dana', 'Eli', 'Fay'] as const;
  const all: Person[] = [];
  for (const name of names) all.push(await person(name, { phone: name !== 'Ana' }));
  const [ana, ben, chris, dana] = all as [Person, Person, Person, Person];

  await test.step('each brings a shortlist', async () => {
    await Promise.all(all.map(({ page }, i) => pick(page, lists[i % 3] ?? [])));
    const link = await (async () => {
      await ana.page.goto('./circle/#new');
      return found(ana, 'Thursday mornings');
    })();
    await Promise.all(all.slice(1).map((one) => join(one, link)));
    await begin(ana, { format: /A first meeting/ });
    await Promise.all(all.slice(1).map(enter));
    await expect(strip(ana.page)).toHaveCount(6);
    await goOn(ana, 'Norms', all);
  });

  await test.step('alone first, and nobody sees another’s wishes', async () => {
    await expectNoObjection(ben.page, 'agreeing: alone');
    for (const { page } of all) await press(page, /^Put my \d norms in/);
    await expect(ana.page.getByText(/^In so far: .*Fay/)).toBeVisible();
    await expect(ana.page.getByText('We respect each other')).toHaveCount(0);
    await press(ana.page, 'Show all together');
  });

  await test.step('together: what is vague is said so that a camera could film it', async () => {
    await expect(card(ben.page, 'stories here')).toContainText('6 of you');
    const vague = card(chris.page, 'We respect each other');
    await expect(vague).toContainText('nobody can see whether it is kept');
    await vague.getByRole('button', { name: 'What would we see?' }).click();
    await chris.page
      .getByLabel('In words that a camera could film')
      .fill('We comment on what happened, and on nobody’s character.');
    await press(chris.page, 'Say it like this');
    await expect(card(ana.page, 'on nobody’s character')).toContainText('2 of you');
    // Ten wishes, and seven fit: Dana's star brings one back that would wait.
    const waiting = ben.page.getByRole('heading', { name: /These wait/ });
    await expect(waiting).toBeVisible();
    await card(ana.page, 'We start on time').getByRole('button', { name: 'Same as…' }).click();
    await card(ana.page, 'We let each other finish')
      .getByRole('button', { name: /^Same as this/ })
      .click();
    await expect(card(ben.page, 'We start on time')).toHaveCount(0);
    await press(ben.page, 'Take apart');
    const needed = card(dana.page, 'We let the presenter');
    await needed.getByRole('button', { name: 'I need this' }).click();
    await expect(card(ana.page, 'We let the presenter')).toContainText('has a star');
    await expectNoObjection(ben.page, 'agreeing: together');
    await press(ana.page, 'On to consent');
  });

  await test.step('consent: one objects, and the words are changed', async () => {
    for (const { page } of all) await expect(page.locator('.proposal')).toHaveCount(7);
    const objected = card(ben.page, 'stories here');
    await objected.getByRole('button', { name: 'I object' }).click();
    await objected.getByLabel('Because…').fill('The law may oblige me to speak.');
    await objected.getByLabel('Because…').blur();
    await expect(card(ana.page, 'stories here')).toContainText('The law may oblige me');
    await card(ana.page, 'stories here').getByRole('button', { name: 'Change the words' }).click();
    await ana.page
      .getByLabel('In words that a camera could film')
      .fill('We keep each other’s stories here, unless somebody is in danger or the law asks.');
    await press(ana.page, 'Say it like this');
    await expect(card(ben.page, 'unless somebody is in danger')).toBeVisible();
    await expectNoObjection(ben.page, 'agreeing: consent');
    await Promise.all(
      all.map(async ({ page }) => {
        const open = page.getByRole('button', { name: 'I can keep this', pressed: false });
        while ((await open.count()) > 0) await open.first().click();
      }),
    );
    await expect
      .poll(async () => {
        const late = ana.page.getByRole('button', { name: 'We have agreed this' });
        if ((await late.count()) > 0) await late.first().click();
        return ana.page.locator('.settled-norms li').count();
      })
      .toBe(7);
    await press(ana.page, 'On to “I’m in”');
  });

  await test.step('everyone is in, and sees the same four words', async () => {
    for (const { page } of all) {
      await expect(page.locator('.read-aloud li')).toHaveCount(7);
      await press(page, 'I’m in');
    }
    const words = await Promise.all(
      all.map(async ({ page }) => {
        await expect(page.getByText('Everyone is in.')).toBeVisible();
        return page.locator('.four-words .words').innerText();
      }),
    );
    await expectNoObjection(ben.page, 'agreeing: in');
    expect(words[0]).toMatch(/^[a-z]+ [a-z]+ [a-z]+ [a-z]+$/);
    expect(new Set(words).size).toBe(1);
  });

  await test.step('two sessions later, whoever starts the next one is led to the review', async () => {
    await close(ana, all);
    for (let i = 0; i < 2; i += 1) {
      await begin(ben, { format: /Half an hour/ });
      await close(ben, [ben]);
    }
    await chris.page.getByRole('button', { name: 'Start a session' }).click();
    const dialog = chris.page.getByRole('dialog', { name: 'Start a session' });
    await expect(dialog.getByText('It is time to look at your norms')).toBeVisible();
    await expect(dialog.getByRole('radio', { name: /A look at your norms/ })).toBeChecked();
    await dialog.getByRole('button', { name: 'Start for everyone' }).click();
    await expectPhase(chris.page, 'Arrive');
    const others = all.filter((one) => one !== chris);
    await Promise.all(others.map(enter));
    await goOn(dana, 'Look back', all);
    for (const { page } of all)
      await expect(page.getByText('unless somebody is in danger')).toBeVisible();
  });
});

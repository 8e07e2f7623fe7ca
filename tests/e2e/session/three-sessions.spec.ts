import type { Page } from '@playwright/test';
import {
  begin,
  enter,
  expect,
  gather,
  goOnUntil,
  strip,
  test,
  watch,
  type Person,
} from './people.ts';

const names = ['Ana', 'Ben', 'Chen', 'Dora', 'Eva', 'Finn'] as const;

/** Who presents, as this screen shows it. */
async function presenting(on: Person, all: readonly Person[]): Promise<Person> {
  const seat = strip(on.page).filter({ hasText: 'presents' });
  await expect(seat).toHaveCount(1);
  const shown = await seat.locator('strong').innerText();
  const person = shown === 'You' ? on : all.find(({ name }) => name === shown);
  if (!person) throw new Error(`nobody of ours presents: ${shown}`);
  return person;
}

/** One session by the rota's suggestion: what was promised is asked about, and something is promised. */
async function hold(
  all: readonly Person[],
  steers: Person,
  promise: string,
  asks: { readonly of: Person; readonly promise: string } | null,
): Promise<Person> {
  await begin(steers, {});
  for (const each of all) if (each !== steers) await enter(each);
  for (const { page } of all) await expect(strip(page)).toHaveCount(all.length);
  await steers.page.getByRole('button', { name: 'Take it so' }).click();
  const presenter = await presenting(steers, all);
  for (const each of all) expect((await presenting(each, all)).name).toBe(presenter.name);

  if (asks) {
    await goOnUntil(steers, 'Report back', all);
    for (const { page } of all) await expect(page.getByText(asks.promise)).toBeVisible();
    await asks.of.page.getByText('Did it', { exact: true }).click();
    for (const { page } of all) {
      await expect(page.getByRole('radio', { name: 'Did it' })).toBeChecked();
    }
  }

  await goOnUntil(steers, 'Commit', all);
  await presenter.page.getByRole('textbox', { name: 'I will', exact: true }).fill(promise);
  await presenter.page.getByRole('button', { name: 'Write it down' }).click();
  for (const { page } of all) await expect(page.getByText(promise)).toBeVisible();
  await goOnUntil(steers, 'Close', all);
  await steers.page.getByRole('button', { name: 'Close the session' }).click();
  await steers.page.getByRole('button', { name: 'Close without a date' }).click();
  for (const { page } of all) {
    await page.getByRole('button', { name: 'To the circle’s page' }).click();
  }
  return presenter;
}

/** What a page of the circle says, whoever reads it. */
async function told(page: Page, name: string, link: string): Promise<string> {
  await page.getByRole('link', { name: link }).click();
  await expect(page.getByRole('heading', { name: 'Told' })).toBeVisible();
  const words = await page.locator('.circle-part').innerText();
  await page.goBack();
  return words.replaceAll(new RegExp(`${name} \\(you\\)|\\bYou\\b`, 'g'), name);
}

test('six hold three sessions: by turns, with one away and back, and each promise asked about @alone', async ({
  person,
}) => {
  test.setTimeout(180_000);
  const all: Person[] = [];
  for (const name of names) all.push(await person(name));
  const [ana, ben, chen, , , finn] = all as [Person, Person, Person, Person, Person, Person];
  await gather(all as [Person, ...Person[]]);

  const first = await hold(all, ana, 'call Leila on Monday', null);
  // One of those who have not presented yet misses a session, and comes back.
  const away = finn === first ? chen : finn;
  const stays = all.filter((each) => each !== away);
  await away.page.close();
  for (const { page } of stays) {
    const rows = page.getByRole('region', { name: 'Who is here' }).getByRole('listitem');
    await expect(rows.filter({ hasText: away.name })).toContainText(/last seen|not here/);
  }
  const second = await hold(stays, ana, 'write three lines', {
    of: first,
    promise: 'call Leila on Monday',
  });
  const back = { ...away, page: await away.context.newPage() };
  watch(back);
  await back.page.goto('/');
  await back.page.getByRole('link', { name: 'Thursday mornings' }).click();
  await expect(back.page.getByText('write three lines')).toBeVisible();
  all.splice(all.indexOf(away), 1, back);
  const third = await hold(all, ben, 'rest on Friday', {
    of: second,
    promise: 'write three lines',
  });
  expect(new Set([first, second, third]).size).toBe(3);

  const actions = await Promise.all(all.map(({ page, name }) => told(page, name, 'All actions')));
  for (const each of actions) expect(each).toBe(actions[0]);
  for (const each of all) expect(each.errors).toEqual([]);
});

import { readFile } from 'node:fs/promises';
import { expectNoObjection } from '../objections.ts';
import { expect, gather, goOnUntil, meet, test } from './people.ts';

test.use({ actionTimeout: 15_000 });

const ASKED = 'What would you keep if you could keep one thing?';

test('four people tap at the close, and nobody stands alone; one takes a recap along, and all is in the history', async ({
  person,
}) => {
  const [ana, ben, chris, dora] = [
    await person('Ana', { phone: true }),
    await person('Ben'),
    await person('Chris'),
    await person('Dora'),
  ];
  const all = [ana, ben, chris, dora];
  await gather([ana, ben, chris, dora]);
  await meet([ana, ben, chris, dora], { presenter: 'Ana', steward: 'Ben' });
  await goOnUntil(ben, 'Explore', all);
  await ben.page.getByLabel('My question').fill(ASKED);
  await ben.page.getByRole('button', { name: 'I asked it' }).click();
  const marked = ana.page.getByRole('button', { name: 'It opened something' });
  await ana.page.getByText(ASKED).first().waitFor();
  if (!(await marked.isVisible())) await ana.page.getByText('Asked so far').first().click();
  await marked.click();
  await goOnUntil(ben, 'Commit', all);
  await ben.page.locator('.onward').click();
  await ben.page.getByRole('button', { name: 'Go on without one' }).click();

  await test.step('one answer that stands apart is on no screen', async () => {
    for (const { page, name } of all) {
      const heard = page.getByRole('group', { name: 'I was heard.' });
      await expect(heard).toBeVisible();
      await expect(heard.getByText(/middle/)).toHaveCount(0);
      await heard.getByRole('radio', { name: name === 'Ana' ? '0' : '3' }).check();
    }
    for (const { page } of all) {
      await expect(page.getByText('The middle of 4 answers: 3.')).toBeVisible();
      await expect(page.getByText(/missed something/)).toHaveCount(0);
    }
  });

  await ben.page.getByRole('button', { name: 'Close the session' }).click();
  await ben.page.getByRole('button', { name: 'Close without a date' }).click();
  for (const { page } of all) await expect(page.getByText('The session is closed.')).toBeVisible();
  await expectNoObjection(ana.page, 'after the close');

  await test.step('my recap is a file, and one sheet of paper', async () => {
    const { page } = ana;
    await page.getByRole('link', { name: 'My recap of this session' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('My recap');
    await expect(page.getByText(/notes of this session fade on/)).toBeVisible();
    await page.getByLabel('What I want to keep').fill('The no was easy');
    await expectNoObjection(page, 'my recap');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as a file' }).click(),
    ]);
    const file = await readFile(await download.path(), 'utf8');
    expect(file).toContain(`## The question that opened something\n\n- ${ASKED}`);
    expect(file).toContain('- The no was easy');
    await page.evaluate(() => {
      globalThis.print = () => undefined;
    });
    await page.getByRole('button', { name: 'Print' }).click();
    await expect(page.locator('body > .my-paper')).toContainText(ASKED);
    const pdf = (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page(?!s)/g)).toHaveLength(1);
  });

  await test.step('the words for the others say nothing of what was said', async () => {
    const words = ana.page.getByRole('group', { name: 'A line for your group’s chat' });
    await expect(words).toContainText('4 of us were there. Ana brought something.');
    await expect(words).toContainText('One question was asked.');
    await expect(words).not.toContainText(ASKED);
  });

  await test.step('the history tells it with a table behind each picture', async () => {
    const { page } = ben;
    await page.getByRole('button', { name: 'To the circle’s page' }).click();
    await page.getByRole('region', { name: 'Sessions so far' }).locator('.past a').click();
    await expect(page.getByText('The middle of 4 answers: 3.')).toBeVisible();
    const rounds = page.getByRole('figure', { name: 'Questions in each round' });
    await rounds.getByText('As a table').click();
    await expect(rounds.getByRole('row', { name: '1 1 1 0' })).toBeVisible();
    await expectNoObjection(page, 'one session');
    await page.getByRole('link', { name: 'All sessions' }).click();
    await expect(page.locator('.past li')).toHaveCount(1);
  });
});

import { expect, test } from '@playwright/test';
import {
  begin,
  enter,
  expectPhase,
  found,
  goOn,
  join,
  personWith,
  seatOf,
  strip,
  type Person,
} from './people.ts';

const TEN_MINUTES = 10 * 60_000;

test('six people hold a session over one link, and the next one begins with what came of it @alone', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const ana = await personWith(browser, 'Ana');
  const ben = await personWith(browser, 'Ben', { phone: true });
  const chris = await personWith(browser, 'Chris');
  const dana = await personWith(browser, 'Dana', { phone: true });
  const eli = await personWith(browser, 'Eli');
  const fay = await personWith(browser, 'Fay', { clockOff: -TEN_MINUTES });
  const everyone: Person[] = [ana, ben, chris, dana, eli, fay];

  await test.step('Ana starts a circle, and five others join by its link', async () => {
    const link = await found(ana, 'Thursday mornings');
    for (const person of everyone.slice(1)) await join(person, link);
    for (const { page } of everyone) {
      expect(page.url()).not.toContain(link.split('#')[1]);
      for (const { name } of everyone) {
        await expect(page.getByRole('main').getByText(name, { exact: true }).first()).toBeVisible();
      }
    }
  });

  await test.step('Ana begins the session, and everyone goes in', async () => {
    await begin(ana, { presenter: 'Ben', steward: 'Chris' });
    for (const person of everyone.slice(1)) await enter(person);
    for (const { page } of everyone) await expect(strip(page)).toHaveCount(6);
  });

  await test.step('they propose norms, consent to each, and are in', async () => {
    await goOn(chris, 'Norms', everyone);
    await ana.page.getByRole('button', { name: 'Propose a norm' }).click();
    await ana.page
      .getByRole('button', { name: /^Propose: We keep/ })
      .first()
      .click();
    await ana.page.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).click();
    await dana.page.getByRole('button', { name: 'Propose a norm' }).click();
    await dana.page.getByLabel('In your own words').fill('We let each other finish.');
    await dana.page.getByRole('button', { name: 'Propose', exact: true }).click();

    for (const { page } of everyone) {
      await expect(page.locator('.proposal')).toHaveCount(2);
    }
    for (const { page } of everyone) {
      const unanswered = page.getByRole('button', { name: 'I can keep this', pressed: false });
      while ((await unanswered.count()) > 0) await unanswered.first().click();
    }
    for (const { page } of everyone) {
      await expect(page.locator('.agreed').getByText('We let each other finish.')).toBeVisible();
      await expect(page.locator('.proposal')).toHaveCount(0);
      await page.getByRole('button', { name: 'I’m in' }).click();
    }
    await expect(fay.page.locator('.agreed').getByText(/^In:/)).toContainText('Ana');
    await expect(fay.page.locator('.agreed').getByText(/^In:/)).toContainText('Eli');
  });

  await test.step('Ben finds his question, and presents while the others listen', async () => {
    await goOn(chris, 'Focus', everyone);
    await ben.page
      .getByRole('textbox', { name: 'The question, in one sentence' })
      .fill('How do I stop rescuing?');
    await ben.page.getByRole('textbox', { name: 'The question, in one sentence' }).press('Enter');
    await goOn(eli, 'Present', everyone);
    await expect(fay.page.getByRole('heading', { level: 2 })).toContainText('You listen.');
    await expect(ben.page.getByRole('heading', { level: 2 })).toContainText('You have the floor.');
    await eli.page.getByRole('textbox', { name: 'My notes' }).fill('roof, holding, tired');
    await goOn(chris, 'Clarify', everyone);
    for (const { page } of everyone) {
      await expect(page.getByText('How do I stop rescuing?')).toBeVisible();
    }
    for (const { page } of everyone) {
      if (page !== eli.page) await expect(page.getByText('roof, holding, tired')).toHaveCount(0);
    }
  });

  await test.step('a quiet minute: what Dana writes survives a reload', async () => {
    await goOn(ben, 'Think', everyone);
    await dana.page.getByLabel('A question').fill('What happens just before you step in?');
    await dana.page.getByLabel('A question').blur();
    await dana.page.reload();
    await expectPhase(dana.page, 'Think');
    await expect(dana.page.getByLabel('A question')).toHaveValue(
      'What happens just before you step in?',
    );
  });

  const left = everyone.filter((person) => person !== ana);
  await test.step('Ana’s tab is killed, and the session goes on', async () => {
    await goOn(chris, 'Explore', everyone);
    await ana.page.close({ runBeforeUnload: false });
    await expect(seatOf(ben.page, 'Ana')).toContainText('not here', {
      timeout: 15_000,
    });
    await ben.page.getByRole('button', { name: 'Go past Ana' }).click();
  });

  await test.step('all screens show one time, although Fay’s clock is ten minutes wrong', async () => {
    // When the phase ends, as each screen shows it, in true time: that does not depend on when it was asked.
    const endShownBy = async ({ page }: Person): Promise<number> => {
      const { left, now } = await page.locator('.ring .left').evaluate((circle) => ({
        left: parseFloat(circle.getAttribute('stroke-dasharray') ?? '') * 0.15 * 60_000,
        now: Date.now(),
      }));
      return left + now + (page === fay.page ? TEN_MINUTES : 0);
    };
    await expect
      .poll(async () => {
        const ends = await Promise.all(left.map(endShownBy));
        return Math.max(...ends) - Math.min(...ends);
      })
      .toBeLessThan(1000);
  });

  await test.step('they ask one question each, in turn: aloud, on the screen, or not', async () => {
    await expect(chris.page.getByRole('heading', { level: 2 })).toContainText('Your turn.');
    await chris.page.getByRole('button', { name: 'I asked it aloud' }).click();
    await expect(dana.page.getByRole('heading', { level: 2 })).toContainText('Your turn.');
    await dana.page.getByRole('button', { name: 'I asked it', exact: true }).click();
    for (const { page } of left) {
      await expect(
        page.getByText('What happens just before you step in?').filter({ visible: true }).first(),
      ).toBeVisible();
    }
    await expect(eli.page.getByRole('heading', { level: 2 })).toContainText('Your turn.');
    await eli.page.getByRole('button', { name: 'Pass' }).click();
    await expect(fay.page.getByRole('heading', { level: 2 })).toContainText('Your turn.');
    await fay.page.getByRole('button', { name: 'I asked it aloud' }).click();
    await expect(chris.page.getByRole('heading', { level: 2 })).not.toContainText('Your turn.');
    await ben.page.getByRole('button', { name: 'It opened something' }).first().click();
    await expect(ben.page.getByRole('button', { name: 'Opened something' })).toBeVisible();
  });

  await test.step('what they learned is shown together', async () => {
    await goOn(fay, 'Respond', left);
    await goOn(chris, 'Learn', left);
    await dana.page.getByLabel('What I learned about myself').fill('I ask to be useful.');
    await eli.page.getByLabel('What I learned about myself').fill('I can bear a silence.');
    for (const { page } of [ben, chris, eli, fay]) {
      await expect(page.getByText('I ask to be useful.')).toHaveCount(0);
    }
    await chris.page.getByRole('button', { name: 'Show all together' }).click();
    for (const { page } of left) {
      await expect(page.getByText('I ask to be useful.')).toBeVisible();
      await expect(page.getByText('I can bear a silence.')).toBeVisible();
    }
  });

  await test.step('Eli types what Ben will do', async () => {
    await goOn(chris, 'Commit', left);
    await eli.page
      .getByRole('textbox', { name: 'I will', exact: true })
      .fill('let Leila run the planning');
    await eli.page.getByText('More, if it helps').click();
    await eli.page.getByLabel('First step').fill('Write to Leila tonight');
    await eli.page.getByText('8', { exact: true }).click();
    await eli.page.getByRole('button', { name: 'Write it down' }).click();
    for (const { page } of left) {
      await expect(page.getByText('let Leila run the planning')).toBeVisible();
      await expect(page.getByText('Write to Leila tonight')).toBeVisible();
    }
  });

  await test.step('they fix the next date and close', async () => {
    await goOn(chris, 'Close', left);
    const { page } = chris;
    await page.getByLabel('Day').fill(`${new Date().getFullYear() + 1}-12-03`);
    await page.getByLabel('Time').fill('09:00');
    await page
      .getByRole('group', { name: /Who presents|Who brings/ })
      .getByRole('radio', { name: 'Dana' })
      .check();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Close the session' }).click();
    for (const person of left) {
      await expect(
        person.page.getByText(
          person.name === 'Dana' ? 'You bring something.' : 'Dana brings something.',
        ),
      ).toBeVisible();
      await person.page.getByRole('button', { name: 'To the circle’s page' }).click();
      await expect(person.page.getByText('let Leila run the planning')).toBeVisible();
    }
  });

  await test.step('Ana comes back and finds what she missed', async () => {
    const page = await ana.context.newPage();
    await page.goto('/');
    await page.getByRole('link', { name: 'Thursday mornings' }).click();
    await expect(page.getByText('let Leila run the planning')).toBeVisible();
    await page.close();
  });

  await test.step('the next session begins with the report-back', async () => {
    await begin(dana, { steward: 'Eli' });
    const again = left.filter((person) => person !== dana);
    for (const person of again) await enter(person);
    await goOn(eli, 'Norms', left);
    await expect(fay.page.getByText('We let each other finish.')).toBeVisible();
    await goOn(eli, 'Report back', left);
    const { page } = ben;
    await page.getByRole('radio', { name: 'Partly' }).check();
    await page.getByLabel('What I learned').fill('Ten minutes are long.');
    await page.getByLabel('What I learned').blur();
    for (const person of again.filter((other) => other !== ben)) {
      await expect(person.page.getByRole('radio', { name: 'Partly' })).toBeChecked();
      await expect(person.page.getByLabel('What Ben learned')).toHaveValue('Ten minutes are long.');
    }
    await goOn(eli, 'Focus', left);
    await expect(fay.page.getByRole('heading', { level: 2 })).toContainText('Dana');
  });

  for (const { name, errors } of everyone) expect(errors, name).toEqual([]);
  for (const { context } of everyone) await context.close();
});

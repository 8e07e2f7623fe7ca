import type { Page } from '@playwright/test';
import * as Y from 'yjs';
import { CircleDocument } from '../../../src/document/circle-document.ts';
import { normsIn } from '../../../src/document/norms.ts';
import { sessionsIn } from '../../../src/document/sessions.ts';
import { norm, session } from '../../support/records.ts';
import { expectNoObjection } from '../objections.ts';
import { begin, enter, expect, found, goOn, join, strip, test } from './people.ts';

const DAY = 86_400_000;

/** A circle that has met three times: one norm came in other words, one was for a trial of two sessions. */
function threeSessions(): number[] {
  const now = Date.now();
  const circle = new CircleDocument();
  const [first, second, third] = [now - 30 * DAY, now - 20 * DAY, now - 10 * DAY];
  circle.write(() => {
    for (const [i, at] of [first, second, third].entries()) {
      const when = { startedAt: at, closedAt: at + 3_600_000 };
      sessionsIn(circle).put(session(`s${i}`, { ...when, format: i === 0 ? 'first75' : 'seed60' }));
    }
    const norms = normsIn(circle);
    const since = { proposedAt: first, decidedAt: first };
    norms.put(
      norm('n1', { ...since, text: 'We listen well.', status: 'retired', retiredAt: second }),
    );
    norms.put(
      norm('n2', {
        text: 'We let each other finish, and count to three.',
        looksLike: 'Nobody speaks into a sentence.',
        slipLine: 'Sorry, please finish.',
        amends: 'n1',
        proposedAt: second,
        decidedAt: second,
      }),
    );
    norms.put(norm('n3', { ...since, text: 'We keep each other’s stories here.' }));
    const trial = { status: 'trial', trialSessions: 2 } as const;
    norms.put(norm('n4', { ...since, ...trial, text: 'We begin with a minute of silence.' }));
  });
  return [...Y.encodeStateAsUpdate(circle.doc)];
}

/** Puts bytes into the log of the circle that the page has open. */
const writeToDisk = (page: Page, bytes: number[]): Promise<void> =>
  page.evaluate(
    (update) =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('askwell');
        request.onerror = () => reject(new Error('no disk'));
        request.onsuccess = () => {
          const disk = request.result;
          const both = disk.transaction(['updates', 'circles'], 'readwrite');
          const circles = both.objectStore('circles').getAll();
          circles.onsuccess = () => {
            const { circle } = circles.result[0];
            both.objectStore('updates').add({ circle, bytes: new Uint8Array(update) });
          };
          both.oncomplete = () => {
            disk.close();
            resolve();
          };
          both.onerror = () => reject(new Error('not written'));
        };
      }),
    bytes,
  );

const sheetsOf = async (page: Page, format: string): Promise<number> => {
  const pdf = await page.pdf({ format });
  return pdf.toString('latin1').match(/\/Type\s*\/Page(?!s)/g)?.length ?? 0;
};

test.use({ actionTimeout: 10_000 });

test('at the fourth session a circle looks at its norms, and lives by them in the next', async ({
  person,
}) => {
  const [ana, ben] = [await person('Ana'), await person('Ben', { phone: true })];
  const all = [ana, ben] as const;
  // Printing would open the browser's own window; a sheet as PDF ends with the same event.
  await ana.page.addInitScript(() => (globalThis.print = () => undefined));
  const link = await found(ana, 'Thursday mornings');
  await writeToDisk(ana.page, threeSessions());
  await ana.page.reload();
  await join(ben, link);

  await test.step('the circle’s page tells how they came to be, and puts them on one sheet', async () => {
    const { page } = ana;
    await expect(page.getByText('In your next session you look at them together.')).toBeVisible();
    await page.getByRole('button', { name: 'How they came to be' }).click();
    const history = page.getByRole('dialog', { name: 'How they came to be' }).getByRole('listitem');
    await expect(history).toHaveCount(4);
    await expect(history.first()).toContainText('Before: We listen well.');
    await expectNoObjection(page, 'the history of norms');
    await page.keyboard.press('Escape');
    for (const paper of ['A poster', 'Wallet cards']) {
      for (const format of ['A4', 'Letter']) {
        await page.getByRole('button', { name: 'Print them' }).click();
        await page.getByRole('button', { name: paper }).click();
        await expect(page.locator('body > .norm-paper')).toHaveCount(1);
        expect(await sheetsOf(page, format)).toBe(1);
        await expect(page.locator('.norm-paper')).toHaveCount(0);
      }
    }
  });

  await test.step('they are led to the review', async () => {
    await ben.page.getByRole('button', { name: 'Start a session' }).click();
    const dialog = ben.page.getByRole('dialog', { name: 'Start a session' });
    await expect(dialog.getByText('It is time to look at your norms')).toBeVisible();
    await expect(dialog.getByRole('radio', { name: /A look at your norms/ })).toBeChecked();
    await expect(dialog.getByRole('group', { name: /brings something/ })).toHaveCount(0);
    await expectNoObjection(ben.page, 'the start of a review');
    await dialog.getByRole('button', { name: 'Start for everyone' }).click();
    await enter(ana);
    await expect(strip(ben.page)).toHaveCount(2);
    await goOn(ana, 'Look back', all);
    await expect(ben.page.getByText('We let each other finish')).toBeVisible();
    await expect(ben.page.getByLabel('My notes')).toBeVisible();
    await goOn(ana, 'Norms', all);
  });

  await test.step('of the one on trial it is asked whether it stays', async () => {
    await ana.page.getByRole('button', { name: /^Ask whether it stays/ }).click();
    const asked = ben.page.locator('.proposal').filter({ hasText: 'Does it stay for good?' });
    await expect(asked).toContainText('a minute of silence');
    await expectNoObjection(ben.page, 'the question whether a norm stays');
    await asked.getByRole('button', { name: 'I can keep this' }).click();
    await expect(ana.page.locator('.proposal')).toHaveCount(0);
    await expect(ana.page.getByText('on trial for two sessions')).toHaveCount(0);
    await goOn(ana, 'Close', all);
    await ana.page.getByRole('button', { name: 'Close the session' }).click();
    await ana.page.getByRole('button', { name: 'Close without a date' }).click();
    for (const { page } of all) await page.getByRole('button', { name: 'To the circle' }).click();
  });

  await test.step('the next session begins with them, and one is picked for today', async () => {
    await begin(ana, { format: /Half an hour/ });
    await enter(ben);
    const turn = /^You pick|^(Ana|Ben) picks/;
    await expect(ben.page.getByText(turn)).toBeVisible();
    await ben.page.getByRole('button', { name: /^For today: We let each other/ }).click();
    await expect(ana.page.locator('.today')).toContainText('Nobody speaks into a sentence.');
    await expectNoObjection(ana.page, 'the norm for today');
  });

  await test.step('a card is held up by nobody in particular, says its line, and goes away', async () => {
    await ben.page.getByRole('button', { name: 'Norm card' }).click();
    await expectNoObjection(ben.page, 'the norm cards');
    await ben.page.getByRole('button', { name: /^Hold it up: We let each other/ }).click();
    for (const { page } of all) {
      const card = page.getByRole('region', { name: 'A norm card is up' });
      await expect(card).toContainText('“Sorry, please finish.”');
      await expect(card).not.toContainText('Ben');
    }
    await ana.page.getByRole('button', { name: 'And if it goes on?' }).click();
    await expect(ana.page.getByRole('dialog').getByRole('listitem')).toHaveCount(8);
    await expectNoObjection(ana.page, 'the ladder of repair');
    await ana.page.keyboard.press('Escape');
    await ana.page.getByRole('button', { name: 'Put it down' }).click();
    for (const { page } of all) await expect(page.getByText('A norm card is up')).toHaveCount(0);
  });
});

import { expect, expectPhase, gather, goOn, goOnUntil, meet, test } from './people.ts';

test('what I asked can be changed and taken back, and others see that it was', async ({
  person,
}) => {
  const [ana, ben, chris] = [await person('Ana'), await person('Ben'), await person('Chris')];
  await gather([ana, ben, chris]);
  await meet([ana, ben, chris], { presenter: 'Ana' });
  await goOnUntil(ana, 'Explore', [ana, ben, chris]);
  const others = [ana.page, chris.page];

  await ben.page.getByLabel('My question').fill('What do you wish for?');
  await ben.page.getByRole('button', { name: 'I asked it' }).click();
  for (const page of [ben.page, ...others]) {
    await page.getByText('Asked so far').click();
    await expect(page.locator('.asked').getByText('What do you wish for?')).toBeVisible();
  }

  await test.step('Ben finds a better word', async () => {
    await ben.page.getByRole('button', { name: 'Change', exact: true }).click();
    await ben.page.locator('.asked textarea').fill('What do you long for?');
    await ben.page.getByRole('button', { name: 'Save' }).click();
    for (const page of others) {
      await expect(page.locator('.asked').getByText('What do you long for?')).toBeVisible();
      await expect(page.locator('.asked').getByText('changed', { exact: true })).toBeVisible();
    }
  });

  await test.step('Chris asks aloud, sees that he has not yet, and has his turn back', async () => {
    const turn = chris.page.getByRole('heading', { level: 2 });
    await expect(turn).toContainText('Your turn.');
    await chris.page.getByRole('button', { name: 'I asked it aloud' }).click();
    await expect(ben.page.getByRole('heading', { level: 2 })).toContainText('Your turn.');
    await expect(ben.page.getByRole('button', { name: /^Undo/ })).toHaveCount(0);
    await chris.page.getByRole('button', { name: 'Undo: I have not asked yet' }).click();
    await expect(turn).toContainText('Your turn.');
    await expect(ben.page.getByRole('heading', { level: 2 })).toContainText('Chris is asking.');
    await chris.page.getByRole('button', { name: 'Pass' }).click();
    await chris.page.getByRole('button', { name: 'Undo the pass' }).click();
    await expect(turn).toContainText('Your turn.');
  });

  await test.step('Ben takes his question off all screens', async () => {
    await chris.page.getByRole('button', { name: 'Pass' }).click();
    await ben.page.getByRole('button', { name: 'Take back' }).click();
    for (const page of others) {
      await expect(page.getByText('What do you long for?')).toHaveCount(0);
      await expect(page.locator('.asked').getByText('taken back')).toHaveCount(2);
    }
    await expect(ben.page.getByRole('heading', { level: 2 })).toContainText('Your turn.');
  });
});

test('a step back shows who took it, and “+3 min” takes from the phase it names', async ({
  person,
}) => {
  const [ana, ben] = [await person('Ana'), await person('Ben')];
  const both = [ana, ben];
  await gather([ana, ben]);
  await meet([ana, ben], { presenter: 'Ana' });
  const minutes = (who = ana) => who.page.locator('.ring b');
  const more = ana.page.getByRole('button', { name: /^\+\d min/ });

  await goOn(ana, 'Norms', both);
  await goOn(ben, 'Focus', both);
  await expect(ana.page.getByText('Ben moved us to Focus.')).toBeVisible();
  await ana.page.getByRole('button', { name: 'Back to Norms' }).click();
  for (const { page } of both) await expectPhase(page, 'Norms');
  await expect(ben.page.getByText('Ana moved us to Norms.')).toBeVisible();
  await expect(ana.page.getByText('You moved us to Norms.')).toBeVisible();

  await goOnUntil(ben, 'Think', both);
  await expect(minutes()).toHaveText('1');
  await expect(more).toContainText('from Explore');
  await more.click();
  await expect(minutes()).toHaveText('4');
  await expect(minutes(ben)).toHaveText('4');
  await goOn(ana, 'Explore', both);
  await expect(minutes(), 'three of its fifteen minutes are gone').toHaveText('12');

  await test.step('commit and close never give', async () => {
    const givers: string[] = [];
    for (let i = 0; i < 6; i += 1) {
      const cost = await more.innerText();
      givers.push(cost.replace(/\s+/g, ' '));
      const before = Number(await minutes().innerText());
      await more.click();
      await expect(minutes()).toHaveText(String(before + 3));
    }
    expect(givers.join('; ')).not.toMatch(/from (Commit|Close)/);
    expect(givers.at(-1)).toMatch(/ends /);
    await goOnUntil(ana, 'Commit', both);
    await expect(minutes()).toHaveText('4');
    await ana.page.getByRole('button', { name: 'On to Close' }).click();
    await ana.page.getByRole('button', { name: 'Go on without one' }).click();
    for (const { page } of both) await expectPhase(page, 'Close');
    await expect(minutes()).toHaveText('3');
  });
});

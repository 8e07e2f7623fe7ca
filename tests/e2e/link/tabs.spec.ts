import { expectOthers, expectValue, test, write } from './link-test.ts';

test('two tabs of one browser and a third page are all connected', async ({ circle }) => {
  const [ana, ben] = [await circle.open('Ana'), await circle.open('Ben')];
  await circle.join(ana);
  await circle.join(ben);
  const tab = await circle.openTab('Ana too', ana);
  await circle.join(tab);
  await expectOthers(ana, ['Ana too direct', 'Ben direct']);
  await expectOthers(tab, ['Ana direct', 'Ben direct']);
  await expectOthers(ben, ['Ana direct', 'Ana too direct']);
  await write(tab, 'from the tab', 1);
  await write(ana, 'to the tab', 2);
  for (const member of [ana, ben, tab]) {
    await expectValue(member, 'from the tab', 1);
    await expectValue(member, 'to the tab', 2);
  }
});

test('a tab that is closed is gone at once', async ({ circle }) => {
  const [ana, ben] = [await circle.open('Ana'), await circle.open('Ben')];
  await circle.join(ana);
  await circle.join(ben);
  const tab = await circle.openTab('Ana too', ana);
  await circle.join(tab);
  await expectOthers(ana, ['Ana too direct', 'Ben direct']);
  await tab.page.close();
  await expectOthers(ana, ['Ben direct'], 3000);
  await expectOthers(ben, ['Ana direct'], 3000);
});

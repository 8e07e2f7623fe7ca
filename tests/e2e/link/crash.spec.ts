import { expect, expectOthers, test } from './link-test.ts';

/** Detection takes 7 s at most; the rest is for a busy test machine. */
const NOTICED = 7000 + 1000;

test('a browser that is killed is gone within seven seconds @alone', async ({
  circle,
  playwright,
  browserName,
  launchOptions,
}) => {
  const server = await playwright[browserName].launchServer(launchOptions);
  const other = await playwright[browserName].connect(server.wsEndpoint());
  const [ana, ben] = [await circle.open('Ana'), await circle.open('Ben')];
  const cem = await circle.open('Cem', undefined, other);
  for (const member of [ana, ben, cem]) await circle.join(member);
  await expectOthers(ana, ['Ben direct', 'Cem direct']);
  await expectOthers(ben, ['Ana direct', 'Cem direct']);

  const killed = performance.now();
  await server.kill();
  await Promise.all([
    expectOthers(ana, ['Ben direct'], NOTICED),
    expectOthers(ben, ['Ana direct'], NOTICED),
  ]);
  const noticed = Math.round(performance.now() - killed);
  test.info().annotations.push({ type: 'noticed after', description: `${noticed} ms` });
  expect([...ana.uncaught, ...ben.uncaught]).toEqual([]);
});

test('a tab that crashes is gone from the tab beside it', async ({ circle }) => {
  const ana = await circle.open('Ana');
  await circle.join(ana);
  const tab = await circle.openTab('Ana too', ana);
  await circle.join(tab);
  await expectOthers(ana, ['Ana too direct']);
  const crashed = tab.page.waitForEvent('crash');
  const devtools = await tab.page.context().newCDPSession(tab.page);
  devtools.send('Page.crash').catch((error: Error) => expect(error.message).toContain('closed'));
  await crashed;
  await expectOthers(ana, [], NOTICED);
});

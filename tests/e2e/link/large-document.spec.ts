import { expect, expectValue, test, write } from './link-test.ts';

const COUNT = 'last page';

test('five megabytes reach a newcomer @alone', async ({ circle }) => {
  const [ana, ben] = [await circle.open('Ana'), await circle.open('Ben')];
  await circle.join(ana);
  await ana.page.evaluate(() => window.page.fill(5000));
  await write(ana, COUNT, 'here');
  await circle.join(ben);
  await expectValue(ben, COUNT, 'here');
  expect(await ben.page.evaluate(() => window.page.keyCount())).toBe(5001);
  expect([...ana.uncaught, ...ben.uncaught]).toEqual([]);
});

test('y-webrtc alone never passes on 300 KB, and stays without a later change', async ({
  circle,
}) => {
  const [ana, ben] = [await circle.open('Ana'), await circle.open('Ben')];
  await circle.joinPlain(ana);
  await ana.page.evaluate(() => window.page.fill(300));
  await circle.joinPlain(ben);
  await expect
    .poll(() => ben.page.evaluate(() => window.page.plainConnections()))
    .toEqual([{ connected: true }]);
  await write(ana, 'later', 'a change');
  // The later change has arrived, and waits for ever for those before it.
  await ben.page.waitForFunction(() => window.page.doc.store.pendingStructs !== null);
  expect(await ben.page.evaluate(() => window.page.keyCount())).toBe(0);
});

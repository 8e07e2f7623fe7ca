import { expect, expectOthers, expectValue, test, write } from './link-test.ts';

test('a closed link leaves no socket, says goodbye, and can be opened again', async ({
  circle,
}) => {
  const [ana, ben] = [await circle.open('Ana'), await circle.open('Ben')];
  let sockets = 0;
  ana.page.on('websocket', (socket) => {
    sockets += 1;
    socket.on('close', () => (sockets -= 1));
  });
  await circle.join(ana);
  await circle.join(ben);
  await expectOthers(ben, ['Ana direct']);
  expect(sockets).toBe(1);

  await ana.page.evaluate(() => window.page.link?.close());
  await expectOthers(ben, [], 2000);
  await expect.poll(() => sockets).toBe(0);
  expect(await ana.page.evaluate(() => window.page.link?.status().state)).toBe('offline');

  await circle.join(ana);
  await expectOthers(ana, ['Ben direct']);
  await write(ana, 'again', 1);
  await expectValue(ben, 'again', 1);
  expect(sockets).toBe(1);
  expect([...ana.uncaught, ...ben.uncaught]).toEqual([]);
});

test('opening a circle that is still open waits until it is closed', async ({ circle }) => {
  const ana = await circle.open('Ana');
  await circle.join(ana);
  const order = await ana.page.evaluate(async (meeting) => {
    const first = window.page.link;
    const happened: string[] = [];
    const second = window.page.join(meeting, 'Ana').then(() => happened.push('opened'));
    await first?.close().then(() => happened.push('closed'));
    await second;
    return happened;
  }, circle.meeting);
  expect(order).toEqual(['closed', 'opened']);
  expect(ana.uncaught).toEqual([]);
});

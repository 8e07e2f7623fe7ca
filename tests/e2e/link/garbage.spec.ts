import { expect, expectOthers, expectValue, test, write } from './link-test.ts';
import { brokenFrames, garbage, ghost, keepChannels, sendRaw } from './raw-frames.ts';

const garbageFrames = [...garbage.map(([, bytes]) => [0, ...bytes]), ...brokenFrames];

test('nothing that a page sends becomes an error on another, or ends their talk', async ({
  circle,
}) => {
  const [ana, eve] = [await circle.open('Ana'), await circle.open('Eve', keepChannels)];
  await circle.join(ana);
  await circle.join(eve);
  await expectOthers(ana, ['Eve direct']);

  const warned: string[] = [];
  ana.page.on('console', (line) => warned.push(line.text()));
  await sendRaw(eve.page, garbageFrames);
  await write(eve, 'after', 1);
  await expectValue(ana, 'after', 1);
  await write(ana, 'back', 2);
  await expectValue(eve, 'back', 2);
  expect(ana.uncaught).toEqual([]);
  expect(warned.join()).not.toContain('bad json');
});

test('a flood of pages that do not exist, or say too much, is not taken @alone', async ({
  circle,
}) => {
  const [ana, eve] = [await circle.open('Ana'), await circle.open('Eve', keepChannels)];
  await circle.join(ana);
  await circle.join(eve);
  await expectOthers(ana, ['Eve direct']);
  const ghosts = Array.from({ length: 100 }, (_, at) => ghost(at + 1));
  await sendRaw(eve.page, ghosts);
  await write(eve, 'after', 1);
  await expectValue(ana, 'after', 1);
  await expectOthers(ana, ['Eve direct']);
  expect(ana.uncaught).toEqual([]);
});

test('a flood of twenty thousand messages keeps nobody from the others @alone', async ({
  circle,
}) => {
  const [ana, eve] = [await circle.open('Ana'), await circle.open('Eve', keepChannels)];
  const ben = await circle.open('Ben');
  for (const member of [ana, eve, ben]) await circle.join(member);
  await expectOthers(ana, ['Ben direct', 'Eve direct']);
  await sendRaw(eve.page, garbageFrames, 1200);
  await write(ana, 'from Ana', 1);
  await expectValue(ben, 'from Ana', 1, 3000);
  await write(ben, 'from Ben', 2);
  await expectValue(ana, 'from Ben', 2, 3000);
  expect([...ana.uncaught, ...ben.uncaught]).toEqual([]);
});

test('y-webrtc alone lets garbage become uncaught errors', async ({ circle }) => {
  const ana = await circle.open('Ana');
  await circle.joinPlain(ana);
  let eve = ana;
  const isConnected = () =>
    eve.page.evaluate(() => window.page.plainConnections().some(({ connected }) => connected));
  // One in twenty of its own joins never connects, which is not what is looked at here.
  await expect(async () => {
    eve = await circle.open('Eve');
    await circle.joinPlain(eve);
    await expect.poll(isConnected, { timeout: 3000 }).toBe(true);
  }).toPass({ timeout: 15_000 });
  await eve.page.evaluate(
    (all) => {
      const connections = window.page.plain?.room?.webrtcConns.values() ?? [];
      for (const { peer } of connections)
        for (const bytes of all) peer.send(Uint8Array.from(bytes));
    },
    garbage.map(([, bytes]) => bytes),
  );
  await expect.poll(() => ana.uncaught.length).toBeGreaterThan(0);
});

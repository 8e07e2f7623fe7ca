import { blockWebRtc } from '../../support/blocked-network.ts';
import { expect, expectOthers, expectValue, test, write, type Member } from './link-test.ts';

/** A browser whose owner has switched WebRTC off. */
function removeWebRtc(): void {
  Reflect.deleteProperty(window, 'RTCPeerConnection');
}

// A way is given up for lost only after some time, by both sides.
test.setTimeout(60_000);

const namesOf = async ({ page }: Member) =>
  (await page.evaluate(() => window.page.others())).map((other) => other.split(' ')[0]);

test('two of six whose networks block WebRTC take part through the rendezvous, until one no longer needs to', async ({
  circle,
}) => {
  const open = await Promise.all(['Ana', 'Ben', 'Chen', 'Dora'].map((name) => circle.open(name)));
  const blocked = [await circle.open('Eva', blockWebRtc), await circle.open('Finn', blockWebRtc)];
  const [ana, eva, finn] = [open[0]!, blocked[0]!, blocked[1]!];
  const all = [...open, ...blocked];
  for (const member of all) await circle.join(member);
  await write(ana, 'before', 'Ana was here');
  const names = all.map(({ name }) => name);
  for (const member of all) {
    await expect
      .poll(() => namesOf(member), { message: `whom ${member.name} sees`, timeout: 25_000 })
      .toEqual(names.filter((name) => name !== member.name));
  }

  // Everything arrives, both ways, and between the two.
  await expectValue(finn, 'before', 'Ana was here');
  for (const { page, name } of all) {
    await page.evaluate((who) => window.page.write(`word of ${who}`, who), name);
  }
  for (const member of all)
    for (const name of names) await expectValue(member, `word of ${name}`, name);

  // One member carries both: to all others the way of each goes through it.
  const ways = async (kind: string) =>
    (await eva.page.evaluate(() => window.page.others())).filter((other) => other.endsWith(kind));
  await expect.poll(() => ways('relay'), { timeout: 15_000 }).toHaveLength(1);
  expect(await ways('through')).toHaveLength(4);

  // A long text that no compression makes small, from one blocked network into the other.
  await eva.page.evaluate(() => window.page.fill(100));
  await expect
    .poll(() => finn.page.evaluate(() => window.page.keyCount()), { timeout: 30_000 })
    .toBe(107);

  await eva.page.evaluate(() => {
    window.isBlocked = false;
    window.page.link?.retry();
  });
  await expectOthers(
    eva,
    ['Ana direct', 'Ben direct', 'Chen direct', 'Dora direct', 'Finn through'],
    30_000,
  );
  await write(finn, 'last', 'from Finn');
  for (const member of all) await expectValue(member, 'last', 'from Finn');
  expect(all.flatMap(({ uncaught }) => uncaught)).toEqual([]);
});

test('a browser without WebRTC takes part, and finds another one when its way is lost', async ({
  circle,
}) => {
  const [ana, ben] = [await circle.open('Ana'), await circle.open('Ben')];
  const old = await circle.open('Old', removeWebRtc);
  for (const member of [ana, ben, old]) await circle.join(member);
  await expect.poll(() => namesOf(old), { timeout: 20_000 }).toEqual(['Ana', 'Ben']);
  const [gate, other] = (await old.page.evaluate(() => window.page.others())).includes('Ana relay')
    ? [ana, ben]
    : [ben, ana];
  await gate.page.close();
  await write(old, 'word', 'from an old browser');
  await expectValue(other, 'word', 'from an old browser', 25_000);
  await expectOthers(old, [`${other.name} relay`], 20_000);
  expect([...other.uncaught, ...old.uncaught]).toEqual([]);
});

import { OpenNostrRelay } from '../../support/nostr-relay.ts';
import { expect, expectOthers, expectValue, test, write, type Member } from './link-test.ts';

/** Clocks as people have them. */
function setClockWrong(name: string): void {
  const HOUR = 3_600_000;
  const wrongBy = new Map([
    ['Ana', 3 * HOUR],
    ['Ben', -26 * HOUR],
    ['Eli', 6 * 365 * 24 * HOUR],
  ]);
  const { now } = Date;
  Date.now = () => now() + (wrongBy.get(name) ?? 0);
}

const services = ({ page }: Member) =>
  page.evaluate(() => window.page.link?.status().services.map(({ state }) => state));

test('six pages meet at a Nostr relay alone, some with clocks hours wrong, and need it no more @alone', async ({
  circle,
}) => {
  test.setTimeout(60_000);
  const [relay, second] = [await OpenNostrRelay.open(), await OpenNostrRelay.open()];
  const port = Number(relay.address.split(':').at(-1));
  const more = { rendezvous: [relay.address, second.address] };
  const names = ['Ana', 'Ben', 'Cem', 'Dia', 'Eli', 'Fay'];
  const members: Member[] = [];
  let again: OpenNostrRelay | null = null;
  try {
    for (const name of names) members.push(await circle.open(name, setClockWrong));
    const [ana, ben] = [members[0]!, members[1]!];
    await circle.join(ana, more);
    await circle.join(ben, more);
    await expectOthers(ana, ['Ben direct']);
    expect(relay.refused.length + second.refused.length).toBeGreaterThan(0);
    await Promise.all(members.slice(2).map((member) => circle.join(member, more)));
    for (const member of members) {
      const others = names.filter((name) => name !== member.name);
      await expectOthers(
        member,
        others.map((name) => `${name} direct`),
      );
    }
    // With one event for each word it would be a hundred for six, at each relay.
    expect(relay.events.length + second.events.length).toBeLessThan(100);

    await Promise.all([relay.close(), second.close()]);
    await expect.poll(() => services(ana)).toEqual(['unreachable', 'unreachable']);
    await write(ana, 'word', 'without a relay');
    await expectValue(members[5]!, 'word', 'without a relay');
    expect(await ana.page.evaluate(() => window.page.others().length)).toBe(5);

    await circle.reload(ben);
    await circle.join(ben, more);
    await expect.poll(() => services(ben)).toEqual(['unreachable', 'unreachable']);
    await expectOthers(ben, []);
    again = await OpenNostrRelay.open(port);
    await ben.page.evaluate(() => window.page.link?.retry());
    await ana.page.evaluate(() => window.page.link?.retry());
    await expectOthers(
      ben,
      names.filter((name) => name !== 'Ben').map((name) => `${name} direct`),
    );
    await expectValue(ben, 'word', 'without a relay');
    for (const { uncaught } of members) expect(uncaught).toEqual([]);
  } finally {
    await Promise.all([relay.close(), second.close(), again?.close()]);
  }
});

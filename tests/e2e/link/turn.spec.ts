import { hasTurnServer, startTurn } from '../../support/turn.ts';
import { expect, test } from './link-test.ts';

test.skip(!hasTurnServer(), 'coturn (turnserver) is not installed on this machine');

test('through TURN alone a circle meets, and says so', async ({ circle }) => {
  const turn = await startTurn();
  try {
    const iceServers = [{ urls: turn.address, username: 'ana', credential: 'secret' }];
    const members = [await circle.open('Ana'), await circle.open('Ben')];
    for (const member of members) await circle.join(member, { iceServers, relayOnly: true });
    const [ana, ben] = [members[0]!, members[1]!];
    await expect.poll(() => ana.page.evaluate(() => window.page.others())).toEqual(['Ben turn']);
    await ana.page.evaluate(() => window.page.write('word', 'by relay'));
    await expect.poll(() => ben.page.evaluate(() => window.page.read('word'))).toBe('by relay');
    expect([...ana.uncaught, ...ben.uncaught]).toEqual([]);
  } finally {
    await turn.stop();
  }
});

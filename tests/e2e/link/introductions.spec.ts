import { expect, expectOthers, expectValue, test, write, type Member } from './link-test.ts';
import { OpenRendezvous } from '../../support/open-rendezvous.ts';

/** Counts the connections that a page makes, and breaks the last one when asked. */
function watchConnections(): void {
  let count = 0;
  window.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      count += 1;
      const mine = count;
      document.documentElement.dataset['made'] = String(count);
      window.addEventListener('break', () => mine === count && this.close());
    }
  };
}

const made = ({ page }: Member) =>
  page.evaluate(() => Number(document.documentElement.dataset['made']));

test('members introduce one whom only they know, and without any rendezvous mend what breaks', async ({
  circle,
}) => {
  const [east, west] = [await OpenRendezvous.open(), await OpenRendezvous.open()];
  const at = ({ port }: OpenRendezvous) => `ws://127.0.0.1:${port}/rendezvous`;
  try {
    const ana = await circle.open('Ana', watchConnections);
    const ben = await circle.open('Ben');
    const cem = await circle.open('Cem');
    await circle.join(ana, { rendezvous: at(east) });
    await circle.join(cem, { rendezvous: at(west) });
    await circle.join(ben, { rendezvous: [at(east), at(west)] });
    await expectOthers(ana, ['Ben direct', 'Cem direct']);
    await expectOthers(cem, ['Ana direct', 'Ben direct']);

    await Promise.all([east.close(), west.close()]);
    const services = ({ page }: Member) =>
      page.evaluate(() => window.page.link?.status().services.map(({ state }) => state));
    await expect.poll(() => services(ben)).toEqual(['unreachable', 'unreachable']);
    const before = await made(ana);
    await ana.page.evaluate(() => window.dispatchEvent(new Event('break')));
    await expect.poll(() => made(ana)).toBeGreaterThan(before);
    await expectOthers(ana, ['Ben direct', 'Cem direct']);
    await write(ana, 'word', 'straight to Cem');
    await expectValue(cem, 'word', 'straight to Cem');
    for (const { uncaught } of [ana, ben, cem]) expect(uncaught).toEqual([]);
  } finally {
    await Promise.all([east.close(), west.close()]);
  }
});

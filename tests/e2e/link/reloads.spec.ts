import { expect, expectOthers, test } from './link-test.ts';

test('ten quick reloads leave one living connection and no dead one', async ({ circle }) => {
  const count = () => {
    const all: RTCPeerConnection[] = [];
    Object.assign(window, { all });
    window.RTCPeerConnection = class extends RTCPeerConnection {
      constructor(configuration?: RTCConfiguration) {
        super(configuration);
        all.push(this);
      }
    };
  };
  const [ana, ben] = [await circle.open('Ana', count), await circle.open('Ben')];
  await circle.join(ana);
  await circle.join(ben);
  await expectOthers(ana, ['Ben direct']);
  for (let times = 0; times < 10; times++) {
    await circle.reload(ben);
    await circle.join(ben);
  }
  await expectOthers(ana, ['Ben direct']);
  await expectOthers(ben, ['Ana direct']);
  const states = () =>
    ana.page.evaluate(() => {
      const { all } = window as unknown as { all: RTCPeerConnection[] };
      return all.map(({ connectionState }) => connectionState).filter((one) => one !== 'closed');
    });
  await expect.poll(states, { timeout: 12_000 }).toEqual(['connected']);
  await expectOthers(ana, ['Ben direct']);
  expect([...ana.uncaught, ...ben.uncaught]).toEqual([]);
});

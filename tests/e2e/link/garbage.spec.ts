import { expect, expectOthers, expectValue, test, write, type Member } from './link-test.ts';

declare global {
  interface Window {
    channels: RTCDataChannel[];
  }
}

/** Keeps the page's channels at hand, so that a test can send on them whatever it likes. */
function keepChannels(): void {
  window.channels = [];
  window.RTCPeerConnection = class extends RTCPeerConnection {
    override createDataChannel(label: string, options?: RTCDataChannelInit): RTCDataChannel {
      const channel = super.createDataChannel(label, options);
      window.channels.push(channel);
      return channel;
    }
  };
}

const text = (words: string) => [...new TextEncoder().encode(words)];
const sized = (bytes: number[]) => [bytes.length, ...bytes];

/** Messages of the document (0) and of presence (1), each of them broken in its own way. */
const garbage: [name: string, bytes: number[]][] = [
  ['nothing', []],
  ['an unknown message', [77, 1, 2, 3]],
  ['a message that ends too early', [0]],
  ['a state vector of nonsense', [0, 0, ...sized([200, 200, 200, 1, 9, 9])]],
  ['an update of nonsense', [0, 2, ...sized([3, 1, 99, 200, 13, 250, 7])]],
  ['an answer that ends too early', [0, 1, 200, 1, 2]],
  ['a presence that is no JSON', [1, ...sized([1, 123, 9, ...sized(text('{bad json'))])]],
  ['a presence that is a number', [1, ...sized([1, 124, 9, ...sized(text('7'))])]],
  ['a presence without its end', [1, 90, 1, 2]],
  ['more presences than there are', [1, ...sized([120, 9])]],
];

test('nothing that a page sends becomes an error on another, or ends their talk', async ({
  circle,
}) => {
  const [ana, eve] = [await circle.open('Ana'), await circle.open('Eve', keepChannels)];
  await circle.join(ana);
  await circle.join(eve);
  await expectOthers(ana, ['Eve direct']);

  const warned: string[] = [];
  ana.page.on('console', (line) => warned.push(line.text()));
  for (const [, bytes] of garbage) await sendRaw(eve, [0, ...bytes]);
  for (const frame of [[], [2], [99, 1], [4], [5, 1, 2], [3]]) await sendRaw(eve, frame);
  await write(eve, 'after', 1);
  await expectValue(ana, 'after', 1);
  await write(ana, 'back', 2);
  await expectValue(eve, 'back', 2);
  expect(ana.uncaught).toEqual([]);
  expect(warned.join()).not.toContain('bad json');
});

test('a flood of pages that do not exist, or say too much, is not taken', async ({ circle }) => {
  const [ana, eve] = [await circle.open('Ana'), await circle.open('Eve', keepChannels)];
  await circle.join(ana);
  await circle.join(eve);
  await expectOthers(ana, ['Eve direct']);
  for (let client = 1; client <= 100; client++) {
    const state = text(`{"page":"ghost-${client}","near":[]}`);
    await sendRaw(eve, [0, 1, ...sized([1, client, 1, ...sized(state)])]);
  }
  await write(eve, 'after', 1);
  await expectValue(ana, 'after', 1);
  await expectOthers(ana, ['Eve direct']);
  expect(ana.uncaught).toEqual([]);
});

test('y-webrtc alone lets garbage become uncaught errors', async ({ circle }) => {
  const [ana, eve] = [await circle.open('Ana'), await circle.open('Eve')];
  await circle.joinPlain(ana);
  await circle.joinPlain(eve);
  const connections = () => eve.page.evaluate(() => window.page.plainConnections());
  await expect.poll(connections).toEqual([{ connected: true }]);
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

async function sendRaw({ page }: Member, frame: number[]): Promise<void> {
  await page.evaluate((bytes) => {
    const { send } = RTCDataChannel.prototype;
    for (const channel of window.channels) {
      if (channel.readyState === 'open') send.call(channel, Uint8Array.from(bytes));
    }
  }, frame);
}

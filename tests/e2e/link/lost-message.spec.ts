import { expect, expectOthers, expectValue, test, write, type Member } from './link-test.ts';

declare global {
  interface Window {
    losesNext: boolean;
  }
}

/** Loses one message with a change of the document when told to. */
function loseOne(): void {
  window.losesNext = false;
  const { send } = RTCDataChannel.prototype;
  Object.assign(RTCDataChannel.prototype, {
    send(this: RTCDataChannel, data: unknown) {
      const bytes = ArrayBuffer.isView(data) ? new Uint8Array(data.buffer, data.byteOffset, 3) : [];
      // Ours begins with the kind of the frame, y-webrtc's with what it is about; 2 is a change.
      const isChange = bytes.join().startsWith('0,0,2') || bytes.join().startsWith('0,2');
      if (window.losesNext && isChange) window.losesNext = false;
      else Reflect.apply(send, this, [data]);
    },
  });
}

const loseNext = ({ page }: Member) => page.evaluate(() => void (window.losesNext = true));
const waitsFor = ({ page }: Member) =>
  page.waitForFunction(() => window.page.doc.store.pendingStructs !== null);

test('a change that was lost on the way is asked for, and arrives', async ({ circle }) => {
  const [ana, ben] = [await circle.open('Ana', loseOne), await circle.open('Ben')];
  await ben.page.clock.install();
  await circle.join(ana);
  await circle.join(ben);
  await expectOthers(ben, ['Ana direct']);
  await loseNext(ana);
  await write(ana, 'lost', 1);
  await write(ana, 'later', 2);
  await waitsFor(ben);
  // Documents are compared every ten seconds, give or take a fifth.
  for (let passed = 0; passed < 12_500; passed += 500) {
    await ben.page.clock.runFor(500);
    // Ana’s answers to Ben’s pings come in true time.
    await ana.page.evaluate(() => new Promise(requestAnimationFrame));
  }
  await expectValue(ben, 'lost', 1, 2000);
  await expectValue(ben, 'later', 2);
  expect([...ana.uncaught, ...ben.uncaught]).toEqual([]);
});

test('y-webrtc alone never asks for a change that was lost', async ({ circle }) => {
  const [ana, ben] = [await circle.open('Ana', loseOne), await circle.open('Ben')];
  for (const member of [ana, ben]) {
    await member.page.clock.install();
    await circle.joinPlain(member);
  }
  const connections = () => ben.page.evaluate(() => window.page.plainConnections());
  await expect.poll(connections).toEqual([{ connected: true }]);
  await write(ana, 'before', 0);
  await expectValue(ben, 'before', 0);
  await loseNext(ana);
  await write(ana, 'lost', 1);
  await write(ana, 'later', 2);
  await waitsFor(ben);
  for (const { page } of [ana, ben]) await page.clock.runFor(20_000);
  expect(await ben.page.evaluate(() => window.page.read('lost'))).toBeUndefined();
});

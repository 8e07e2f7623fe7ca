import { expect, expectOthers, expectValue, test, write } from './link-test.ts';

/** Lets the page speak as a later version would: the second byte of its first frame is the version, and it says whose it is. */
function speakVersionTwo(): void {
  const { send } = RTCDataChannel.prototype;
  const HELLO = 3;
  const INTRODUCTION = 8;
  RTCDataChannel.prototype.send = function (this: RTCDataChannel, data: unknown) {
    if (!(data instanceof Uint8Array)) throw new TypeError('not a frame');
    const bytes = Uint8Array.from(data);
    if (bytes[0] === HELLO) bytes[1] = 2;
    send.call(this, bytes);
    if (bytes[0] !== HELLO) return;
    const words = new TextEncoder().encode('{"name":"Neo"}');
    send.call(this, Uint8Array.of(INTRODUCTION, ...words));
  };
}

test('a page of another version is told apart, and shares nothing', async ({ circle }) => {
  const [ana, ben] = [await circle.open('Ana'), await circle.open('Ben')];
  const neo = await circle.open('Neo', speakVersionTwo);
  for (const member of [ana, ben, neo]) await circle.join(member);
  await write(ana, 'secret', 'words');
  await expectValue(ben, 'secret', 'words');
  const mismatch = () => ana.page.evaluate(() => window.page.link?.status().mismatch);
  await expect.poll(mismatch).toEqual({ theirs: 'newer', presence: { name: 'Neo' } });
  await expectOthers(ana, ['Ben direct']);
  expect(await neo.page.evaluate(() => window.page.keyCount())).toBe(0);

  await neo.page.close();
  await expect.poll(mismatch).toBe(null);
  expect([...ana.uncaught, ...ben.uncaught]).toEqual([]);
});

import { expect, expectOthers, expectValue, test, write } from './link-test.ts';

/** Ana and Ben never take each other's descriptions, as if no network path joined them. */
function keepApart(name: string): void {
  const apart = new Map([
    ['Ana', 'Ben'],
    ['Ben', 'Ana'],
  ]);
  window.RTCPeerConnection = class extends RTCPeerConnection {
    override get localDescription(): RTCSessionDescription | null {
      const description = super.localDescription;
      if (description === null) return null;
      const { type, sdp } = description;
      return new RTCSessionDescription({ type, sdp: sdp.replace('s=-', `s=${name}`) });
    }

    override async setRemoteDescription(description: RTCSessionDescriptionInit): Promise<void> {
      const from = /^s=(\w+)/m.exec(description.sdp ?? '')?.[1];
      if (from === apart.get(name)) return new Promise<never>(() => undefined);
      return super.setRemoteDescription(description);
    }
  };
}

test('two without a channel get everything through a third, both ways', async ({ circle }) => {
  const [ana, ben] = [await circle.open('Ana', keepApart), await circle.open('Ben', keepApart)];
  const [cem, dia] = [await circle.open('Cem', keepApart), await circle.open('Dia', keepApart)];
  for (const member of [ana, ben, cem, dia]) await circle.join(member);
  await expectOthers(ana, ['Ben through', 'Cem direct', 'Dia direct']);
  await expectOthers(ben, ['Ana through', 'Cem direct', 'Dia direct']);
  await expectOthers(cem, ['Ana direct', 'Ben direct', 'Dia direct']);

  // Well under the ten seconds after which documents are compared anyway.
  const PASSED_ON = 2000;
  await write(ana, 'from Ana', 1);
  await expectValue(ben, 'from Ana', 1, PASSED_ON);
  await write(ben, 'from Ben', 2);
  await expectValue(ana, 'from Ben', 2, PASSED_ON);
  await ben.page.evaluate(() => window.page.link?.setPresence({ name: 'Benedikt' }));
  await expectOthers(ana, ['Benedikt through', 'Cem direct', 'Dia direct'], PASSED_ON);

  // A whisper takes no other way than a channel of its own.
  const whisper = (to: string) =>
    ana.page.evaluate((who) => window.page.whisperTo(who, `for ${who}`), to);
  const heardBy = ({ page }: typeof ana) => page.evaluate(() => window.page.whispers);
  expect(await whisper('Cem')).toBe(true);
  await expect.poll(() => heardBy(cem)).toEqual(['for Cem']);
  expect(await whisper('Benedikt')).toBe(false);
  await write(cem, 'after the whisper', 3);
  await expectValue(ben, 'after the whisper', 3, PASSED_ON);
  expect([await heardBy(ben), await heardBy(dia)]).toEqual([[], []]);

  await dia.page.close();
  await cem.page.close();
  await expectOthers(ana, [], 3000);
  expect([...ana.uncaught, ...ben.uncaught]).toEqual([]);
});

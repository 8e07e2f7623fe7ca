import { expect, expectOthers, test } from './link-test.ts';

declare global {
  interface Window {
    heardAll: boolean;
    hasGivenUp: boolean;
  }
}

/**
 * A page so busy that it hears of another page, and then of its offer, in one and the same moment,
 * and has its own offer ready only when it has already taken the other's.
 */
function hearAllAtOnce(): void {
  const SHORT = 300;
  window.heardAll = false;
  window.hasGivenUp = false;

  window.WebSocket = class extends WebSocket {
    #handler: WebSocket['onmessage'] = null;
    #held: MessageEvent[] = [];
    #said = new Set<unknown>();

    override send(message: string): void {
      this.#said.add(JSON.parse(message).data);
      super.send(message);
    }

    override get onmessage() {
      return this.#handler;
    }

    override set onmessage(handler: WebSocket['onmessage']) {
      this.#handler = handler;
      super.onmessage = (event) => this.#hear(event);
    }

    #hear(event: MessageEvent): void {
      if (window.heardAll) return void this.#handler?.call(this, event);
      // The rendezvous tells everybody, the one who spoke too.
      if (this.#said.has(JSON.parse(String(event.data)).data)) return;
      this.#held.push(event);
      const length = ({ data }: MessageEvent) => String(data).length;
      const isAnnouncement = (one: MessageEvent) => length(one) < SHORT;
      if (!this.#held.some(isAnnouncement) || this.#held.every(isAnnouncement)) return;
      window.heardAll = true;
      this.#held.sort((one, other) => length(one) - length(other));
      for (const held of this.#held) this.#handler?.call(this, held);
    }
  };

  let isFirst = true;
  const { close, createOffer } = RTCPeerConnection.prototype;
  Object.assign(RTCPeerConnection.prototype, {
    async createOffer(this: RTCPeerConnection) {
      const offer: unknown = await Reflect.apply(createOffer, this, []);
      if (!isFirst) return offer;
      isFirst = false;
      return new Promise((resolve) => {
        const look = () => this.signalingState === 'have-remote-offer' && resolve(offer);
        this.addEventListener('signalingstatechange', look);
        look();
      });
    },
    close(this: RTCPeerConnection) {
      window.hasGivenUp = true;
      close.call(this);
    },
  });
}

test('a page that hears everything at once is connected all the same @alone', async ({
  circle,
}) => {
  const [ana, ben] = [await circle.open('Ana'), await circle.open('Ben', hearAllAtOnce)];
  await circle.join(ana);
  await circle.join(ben);
  await expect
    .poll(async () => {
      for (const { page } of [ana, ben]) await page.evaluate(() => window.page.link?.retry());
      return ben.page.evaluate(() => window.heardAll);
    })
    .toBe(true);
  await expectOthers(ben, ['Ana direct'], 4000);
  await expectOthers(ana, ['Ben direct'], 4000);
  expect([...ana.uncaught, ...ben.uncaught]).toEqual([]);
});

test('y-webrtc alone ends with half a connection, for ever @alone', async ({ circle }) => {
  const [ana, ben] = [await circle.open('Ana'), await circle.open('Ben', hearAllAtOnce)];
  await circle.joinPlain(ana);
  await circle.joinPlain(ben);
  await expect
    .poll(async () => {
      for (const { page } of [ana, ben]) await page.evaluate(() => window.page.announcePlain());
      return ben.page.evaluate(() => window.heardAll);
    })
    .toBe(true);
  // Ben has thrown his connection away; Ana keeps hers, and so never begins another one.
  await ben.page.waitForFunction(() => window.hasGivenUp);
  const ofAna = await ana.page.evaluate(() => window.page.plainConnections());
  expect(ofAna).toEqual([{ connected: false }]);
});

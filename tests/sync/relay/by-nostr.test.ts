import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SignalingConn, type Room, type WebrtcProvider } from 'y-webrtc';
import * as Y from 'yjs';
import { linkParts, type LinkParts } from '../../../src/sync/link-parts.ts';
import { MeshSignals } from '../../../src/sync/mesh-signals.ts';
import { carryNostr } from '../../../src/sync/nostr-carrier.ts';
import { Presences } from '../../../src/sync/presences.ts';
import { Rendezvous } from '../../../src/sync/rendezvous.ts';
import { spreadChanges } from '../../../src/sync/room-broadcasts.ts';
import { noLarger, OpenNostrRelay } from '../../support/nostr-relay.ts';
import { bytesOf } from '../../support/relay-hall.ts';

const SECRET = 'r'.repeat(43);
const pages: Page[] = [];
let relays: OpenNostrRelay[] = [];

/** A page without WebRTC, with a link made of the real parts, and relays of the Nostr network as its only services. */
class Page {
  readonly doc = new Y.Doc();
  readonly parts: LinkParts;
  readonly #sockets: readonly SignalingConn[];
  readonly #looking: ReturnType<typeof setInterval>;

  constructor(readonly self: string) {
    pages.push(this);
    const presences = new Presences(this.doc);
    this.#sockets = relays.map(({ address }) => new SignalingConn(address));
    const ignore = () => undefined;
    const room = {
      ...{ peerId: self, doc: this.doc, bcConns: new Set(), webrtcConns: new Map() },
      ...{ _docUpdateHandler: ignore, _awarenessUpdateHandler: ignore },
    } as unknown as Room;
    const provider = { signalingConns: this.#sockets } as unknown as WebrtcProvider;
    const rendezvous = new Rendezvous(provider);
    const opened = { provider, room, rendezvous, signals: new MeshSignals('room') };
    const keys = { room: 'room', signalling: '', codes: 'c'.repeat(43), relay: SECRET };
    const clock = () => ({ now: 1, heldFor: 1 });
    const ready = Promise.resolve();
    const settings = { rendezvous: [], iceServers: [], relayOnly: false, clock, ready };
    this.parts = linkParts(this.doc, keys, settings, presences, opened);
    spreadChanges(room, presences, this.parts.mesh);
    presences.publish({ page: self, presence: { name: self } });
    this.#looking = setInterval(() => this.parts.lastResort.look(), 20);
  }

  get services(): string[] {
    return this.parts.opened.rendezvous.services().map(({ state }) => state);
  }

  get others(): string[] {
    return this.parts.found
      .peers()
      .map(({ presence, reach }) => `${JSON.stringify(presence)} ${reach.kind}`);
  }

  read(key: string): unknown {
    return this.doc.getMap('things').get(key);
  }

  write(key: string, value: unknown): void {
    this.doc.getMap('things').set(key, value);
  }

  async end(): Promise<void> {
    clearInterval(this.#looking);
    this.parts.talk.end();
    await this.parts.lastResort.close();
    for (const socket of this.#sockets) socket.destroy();
    this.parts.presences.awareness.destroy();
    this.parts.handshakes.close();
  }
}

const until = (holds: () => boolean) => vi.waitUntil(holds, { interval: 5, timeout: 10_000 });

/** Two pages that have heard of each other, and have no other way. */
async function meet(): Promise<[Page, Page]> {
  const [ana, ben] = [new Page('ana'), new Page('ben')];
  await until(() => [ana, ben].every(({ services }) => services.every((is) => is === 'reached')));
  ana.parts.found.sightings.heardOf('ben');
  ben.parts.found.sightings.heardOf('ana');
  return [ana, ben];
}

/** Time passes faster for all but the sockets: twenty milliseconds in each. */
function hurry(): () => void {
  const { setInterval: every, clearInterval: stop } = globalThis;
  const toFake = [
    'setTimeout',
    'clearTimeout',
    'setInterval',
    'clearInterval',
    'performance',
  ] as const;
  vi.useFakeTimers({ toFake: [...toFake] });
  const hurrying = every(() => vi.advanceTimersByTime(20), 2);
  return () => {
    stop(hurrying);
    vi.useRealTimers();
  };
}

let goSlow: () => void;

beforeEach(async () => {
  vi.stubGlobal('document', { visibilityState: 'visible' });
  carryNostr();
  relays = await Promise.all([OpenNostrRelay.open(), OpenNostrRelay.open()]);
  for (const relay of relays) relay.rule = noLarger;
  goSlow = hurry();
});

afterEach(async () => {
  for (const page of pages.splice(0)) await page.end();
  goSlow();
  for (const relay of relays) await relay.close();
  vi.unstubAllGlobals();
});

test('two who have Nostr relays and nothing else share document and presence, and one of them is enough', async () => {
  const [ana, ben] = await meet();
  ana.write('long', bytesOf(90_000));
  ben.write('word', 'from Ben');
  await until(() => ana.read('word') === 'from Ben' && ben.read('long') !== undefined);
  expect([ana.others, ben.others]).toEqual([['{"name":"ben"} relay'], ['{"name":"ana"} relay']]);
  expect(relays.flatMap(({ refused }) => refused)).toEqual([]);

  await relays[0]?.close();
  ana.write('later', 'by the other');
  await until(() => ben.read('later') === 'by the other');
  ben.parts.presences.say({ name: 'Ben, away' });
  await until(() => ana.others[0] === '{"name":"Ben, away"} relay');
});

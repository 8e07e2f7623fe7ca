import { toBase64 } from 'lib0/buffer';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FRAME_CONTENT } from '../../src/sync/frames.ts';
import { meshAddress, MeshSignals, type Talk } from '../../src/sync/mesh-signals.ts';

const ROOM = 'room';
const signal = (mark: number, length = 100): string =>
  toBase64(
    new Uint8Array(length)
      .fill(mark % 256)
      .fill(mark >> 8, 1, 2)
      .fill(mark, length - 20),
  );

/** Some pages, each with channels to those that it is joined to. */
class Page {
  readonly heard: string[] = [];
  readonly talks: Talk[] = [];
  readonly signals = new MeshSignals(ROOM);
  readonly #socket = new WebSocket(meshAddress(ROOM));
  sent = 0;

  constructor() {
    this.#socket.onmessage = ({ data }: MessageEvent<string>) => this.heard.push(data);
    this.signals.use({ lacking: (from) => this.talks.filter((talk) => talk !== from) });
  }

  /** What y-webrtc would say. */
  say(data: string, topic = ROOM): void {
    this.#socket.send(JSON.stringify({ type: 'publish', topic, data }));
  }

  join(other: Page): void {
    const toOther: Talk = { peer: '', sendFirst: (frame) => this.#carry(other, toThis, frame) };
    const toThis: Talk = { peer: '', sendFirst: (frame) => other.#carry(this, toOther, frame) };
    this.talks.push(toOther);
    other.talks.push(toThis);
  }

  #carry(to: Page, from: Talk, frame: Uint8Array): void {
    this.sent += 1;
    to.signals.take(from, frame.subarray(1));
  }
}

class Native {
  constructor(readonly url: string) {}
}
beforeEach(() => vi.stubGlobal('WebSocket', Native));
afterEach(() => vi.unstubAllGlobals());

async function pages(count: number): Promise<Page[]> {
  const all = Array.from({ length: count }, () => new Page());
  await Promise.resolve();
  return all;
}

test('a signal reaches those who are connected through others, once, and never comes back', async () => {
  const [ana, ben, cem, dia] = await pages(4);
  ana!.join(ben!);
  ben!.join(cem!);
  cem!.join(dia!);
  dia!.join(ana!);
  const data = signal(1);
  ana!.say(data);
  const message = JSON.stringify({ type: 'publish', topic: ROOM, data });
  expect([ana, ben, cem, dia].map((page) => page!.heard)).toEqual([
    ...[[], [message], [message], [message]],
  ]);
});

test('what belongs to another room, or is longer than a frame, is not carried', async () => {
  const [ana, ben] = await pages(2);
  ana!.join(ben!);
  ana!.say(signal(1), 'another room');
  ana!.say(signal(2, FRAME_CONTENT + 1));
  expect(ben!.heard).toEqual([]);
  ana!.say(signal(3, FRAME_CONTENT));
  expect(ben!.heard).toHaveLength(1);
});

test('who floods is heard no more than a page that comes back, and is not passed on', async () => {
  const [ana, ben, cem] = await pages(3);
  ana!.join(ben!);
  ben!.join(cem!);
  for (let at = 0; at < 3000; at++) ana!.say(signal(at));
  expect(ben!.heard.length).toBeLessThan(400);
  expect(ben!.sent).toBeLessThan(400);
});

test('a closed link carries nothing', async () => {
  const [ana, ben] = await pages(2);
  ana!.join(ben!);
  ana!.signals.close();
  ben!.say(signal(1));
  expect(ana!.heard).toEqual([]);
});

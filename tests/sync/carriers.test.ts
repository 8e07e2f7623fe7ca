import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { carry, Carrier, type Said } from '../../src/sync/carriers.ts';
import { Seen } from '../../src/sync/seen.ts';

class Road extends Carrier {
  readonly said: Said[] = [];
  readonly address: string;

  constructor(address: string) {
    super();
    this.address = address;
  }

  open(): void {
    this.opened();
  }

  deliver(topic: string, data: string): void {
    this.hear(topic, data);
  }

  protected take(said: Said): void {
    if (said.type === 'ping') this.pong();
    else this.said.push(said);
  }
}

class Native {
  static readonly OPEN = 1;
  constructor(readonly url: string) {}
}

beforeEach(() => vi.stubGlobal('WebSocket', Native));
afterEach(() => vi.unstubAllGlobals());

const openSocket = (address: string): unknown => new WebSocket(address);

test('only the addresses that were asked for get another road, and only while they are', () => {
  const stop = carry('mesh:a', (address) => new Road(address));
  const road = openSocket('mesh:a room');
  expect(road).toBeInstanceOf(Road);
  expect(road).toMatchObject({ address: 'mesh:a room' });
  expect(openSocket('wss://x.example')).toBeInstanceOf(Native);
  expect(WebSocket.OPEN).toBe(1);
  stop();
  expect(openSocket('mesh:a room')).toBeInstanceOf(Native);
});

test('a road answers pings, passes on what y-webrtc says, and is silent when closed', () => {
  const road = new Road('x');
  const heard: string[] = [];
  road.onmessage = ({ data }) => heard.push(data);
  road.send('{"type":"ping"}');
  expect(heard).toEqual([]);
  road.open();
  road.send('{"type":"ping"}');
  road.send('{"type":"subscribe","topics":["a",7]}');
  road.send('{"type":"publish","topic":"a","data":"b","more":1}');
  road.deliver('a', 'c');
  expect(road.said).toEqual([
    { type: 'subscribe', topics: ['a'] },
    { type: 'publish', topic: 'a', data: 'b' },
  ]);
  expect(heard.map((text) => JSON.parse(text) as unknown)).toEqual([
    { type: 'pong' },
    { type: 'publish', topic: 'a', data: 'c' },
  ]);
  let closed = 0;
  road.onclose = () => (closed += 1);
  road.close();
  road.close();
  road.deliver('a', 'd');
  expect([closed, heard.length]).toEqual([1, 2]);
});

test('what was seen is known again, and the oldest is forgotten when there is too much', () => {
  const seen = new Seen(2);
  expect(['a', 'b', 'a', 'c', 'a'].map((words) => seen.isNew(words))).toEqual([
    ...[true, true, false, true, true],
  ]);
});

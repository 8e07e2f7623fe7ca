import { createServer, type Server } from 'node:http';
import { connect } from 'node:net';
import { once } from 'node:events';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { attachRendezvous, type Rendezvous } from '../../scripts/rendezvous.ts';
import type { Limits } from '../../scripts/rendezvous/limits.ts';

let server: Server;
let rendezvous: Rendezvous;
let port: number;
let log: string[];
let clients: Client[];

/** A client that keeps what it has heard, so that a test may ask later. */
class Client {
  readonly socket: WebSocket;
  readonly heard: unknown[] = [];
  readonly closed: Promise<unknown>;

  constructor() {
    this.socket = new WebSocket(`ws://127.0.0.1:${port}/rendezvous`);
    this.socket.on('message', (data) => this.heard.push(JSON.parse(data.toString())));
    this.socket.on('error', () => this.socket.terminate());
    this.closed = new Promise((resolve) => this.socket.once('close', resolve));
    clients.push(this);
  }

  async opened(): Promise<this> {
    await once(this.socket, 'open');
    return this;
  }

  say(message: unknown): void {
    this.socket.send(typeof message === 'string' ? message : JSON.stringify(message));
  }

  /** The server answers in order: after its pong, all that was said before has been dealt with. */
  async understood(): Promise<void> {
    const before = this.pongs();
    this.say({ type: 'ping' });
    while (this.pongs() <= before) await once(this.socket, 'message');
  }

  pongs(): number {
    return this.heard.filter((message) => JSON.stringify(message) === '{"type":"pong"}').length;
  }

  published(): unknown[] {
    return this.heard.filter((message) => JSON.stringify(message).includes('publish'));
  }
}

async function open(limits: Partial<Limits> = {}): Promise<void> {
  log = [];
  clients = [];
  server = createServer();
  rendezvous = attachRendezvous(server, {
    path: '/rendezvous',
    log: (line) => log.push(line),
    limits,
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  port = typeof address === 'object' && address !== null ? address.port : 0;
}

async function close(): Promise<void> {
  for (const { socket } of clients) socket.terminate();
  await rendezvous.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

async function reopen(limits: Partial<Limits>): Promise<void> {
  await close();
  await open(limits);
}

/** Two newcomers still find each other. */
async function expectStillServing(): Promise<void> {
  const ana = await new Client().opened();
  const ben = await new Client().opened();
  ana.say({ type: 'subscribe', topics: ['a new circle'] });
  await ana.understood();
  ben.say({ type: 'publish', topic: 'a new circle', data: 'hello' });
  while (ana.published().length === 0) await once(ana.socket, 'message');
  ana.socket.terminate();
  ben.socket.terminate();
  await Promise.all([ana.closed, ben.closed]);
}

beforeEach(() => open());
afterEach(close);

test('a message reaches all who listen to its topic, its sender too, with their number', async () => {
  const [ana, ben, eve] = await Promise.all([1, 2, 3].map(() => new Client().opened()));
  ana!.say({ type: 'subscribe', topics: ['circle'] });
  ben!.say({ type: 'subscribe', topics: ['circle', 'another'] });
  eve!.say({ type: 'subscribe', topics: ['another'] });
  await Promise.all([ana!.understood(), ben!.understood(), eve!.understood()]);
  ana!.say({ type: 'publish', topic: 'circle', data: { kept: ['as', 'it', 'is', '}'] } });
  await ana!.understood();
  await ben!.understood();
  await eve!.understood();
  const message = {
    type: 'publish',
    topic: 'circle',
    data: { kept: ['as', 'it', 'is', '}'] },
    clients: 2,
  };
  expect(ana!.published()).toEqual([message]);
  expect(ben!.published()).toEqual([message]);
  expect(eve!.published()).toEqual([]);
  expect(log).toEqual([]);
});

test('who has unsubscribed or left hears nothing more and takes no memory', async () => {
  const ana = await new Client().opened();
  const ben = await new Client().opened();
  ana.say({ type: 'subscribe', topics: ['circle'] });
  ben.say({ type: 'subscribe', topics: ['circle'] });
  await Promise.all([ana.understood(), ben.understood()]);
  ana.say({ type: 'unsubscribe', topics: ['circle', 'never heard of'] });
  await ana.understood();
  ben.say({ type: 'publish', topic: 'circle' });
  await vi.waitFor(() => expect(ben.published()).toHaveLength(1));
  await ana.understood();
  expect(ana.published()).toEqual([]);
  ben.socket.terminate();
  await vi.waitFor(() => expect(rendezvous.load()).toEqual({ connections: 1, topics: 0 }));
});

test.each([
  ['malformed JSON', '{"type":'],
  ['nothing', ''],
  ['null', 'null'],
  ['a number', '7'],
  ['a list', '[{"type":"ping"}]'],
  ['an unknown type', '{"type":"shout"}'],
  ['a type that is no text', '{"type":{"toString":1}}'],
  ['no topics', '{"type":"subscribe"}'],
  ['topics that are no list', '{"type":"subscribe","topics":{"length":9}}'],
  ['no topic to publish to', '{"type":"publish","topic":{}}'],
  ['lists in lists', `{"type":"shout","data":${'['.repeat(20_000)}${']'.repeat(20_000)}}`],
])('%s is refused, and its sender is still served', async (_, message) => {
  const ana = await new Client().opened();
  ana.say(message);
  await ana.understood();
  expect(log).toEqual(['rendezvous refused a message that is not of the protocol']);
  await expectStillServing();
});

test('topics that are no text are passed over', async () => {
  const ana = await new Client().opened();
  ana.say({ type: 'subscribe', topics: [null, 3, {}, ['circle'], '__proto__', 'circle'] });
  await ana.understood();
  expect(rendezvous.load().topics).toBe(2);
});

test('a deeply nested message is passed on as it came', async () => {
  const ana = await new Client().opened();
  ana.say({ type: 'subscribe', topics: ['circle'] });
  ana.say(
    `{"type":"publish","topic":"circle","data":${'['.repeat(20_000)}${']'.repeat(20_000)}} \n`,
  );
  await vi.waitFor(() => expect(ana.heard).toHaveLength(1));
  expect(ana.heard[0]).toMatchObject({ topic: 'circle', clients: 1 });
});

test('an oversized message ends its own connection only', async () => {
  const ana = await new Client().opened();
  ana.say('x'.repeat(64 * 1024 + 1));
  await ana.closed;
  expect(log).toEqual(['rendezvous refused a message that is too large']);
  await expectStillServing();
});

test('bytes that are no WebSocket frame end their own connection only', async () => {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => socket.destroy());
  socket.write(
    'GET /rendezvous HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n' +
      'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n',
  );
  await once(socket, 'data');
  socket.write(Buffer.alloc(100, 0xff));
  await once(socket, 'close');
  expect(log).toEqual(['rendezvous refused a broken frame']);
  await expectStillServing();
});

test('a flood of topics is capped, and the others are still served', async () => {
  await reopen({ refusals: 5 });
  const eve = await new Client().opened();
  for (let batch = 0; batch < 5; batch += 1) {
    eve.say({ type: 'subscribe', topics: Array.from({ length: 900 }, (_, i) => `${batch}-${i}`) });
  }
  await eve.closed;
  expect(log).toContain('rendezvous refused too many topics');
  expect(log).toContain('rendezvous refused a connection refused too often');
  await vi.waitFor(() => expect(rendezvous.load().topics).toBe(0));
  await expectStillServing();
});

test('a topic that is too long is refused', async () => {
  const eve = await new Client().opened();
  eve.say({ type: 'subscribe', topics: ['x'.repeat(257)] });
  await eve.understood();
  expect(rendezvous.load().topics).toBe(0);
  expect(log).toEqual(['rendezvous refused a topic that is too long']);
});

test('a topic takes a limited number of listeners', async () => {
  await reopen({ subscribersPerTopic: 1 });
  const [ana, ben] = await Promise.all([1, 2].map(() => new Client().opened()));
  for (const client of [ana!, ben!]) {
    client.say({ type: 'subscribe', topics: ['circle'] });
    await client.understood();
  }
  expect(log).toEqual(['rendezvous refused too many listeners to one topic']);
});

test('a flood of messages ends its own connection, with few lines in the log', async () => {
  const eve = await new Client().opened();
  for (let i = 0; i < 2000; i += 1) eve.say({ type: 'publish', topic: 'circle' });
  await eve.closed;
  expect(log).toEqual([
    'rendezvous refused too many messages',
    'rendezvous refused a connection refused too often',
  ]);
  await expectStillServing();
});

test.each([
  ['in all', { connections: 2 }, 'too many connections'],
  ['from one address', { connectionsPerAddress: 2 }, 'too many connections from one address'],
])('connections are capped %s, and a place that is left is free again', async (_, limits, line) => {
  await reopen(limits);
  const ana = await new Client().opened();
  await new Client().opened();
  await new Client().closed;
  expect(log).toEqual([`rendezvous refused ${line}`]);
  ana.socket.close();
  await vi.waitFor(() => expect(rendezvous.load().connections).toBe(1));
  await new Client().opened();
});

test('who does not answer a ping is cut off, who answers stays', async () => {
  await reopen({ pingEvery: 20 });
  const ana = await new Client().opened();
  const dead = connect(port, '127.0.0.1');
  dead.on('error', () => dead.destroy());
  dead.write(
    'GET /rendezvous HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n' +
      'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n',
  );
  dead.resume();
  await once(dead, 'close');
  expect(log).toEqual(['rendezvous refused a connection that does not answer']);
  expect(ana.socket.readyState).toBe(WebSocket.OPEN);
});

test('other paths are left to others', async () => {
  server.on('upgrade', (request, socket) => {
    if (request.url === '/elsewhere') socket.end('HTTP/1.1 418 Teapot\r\n\r\n');
  });
  const socket = connect(port, '127.0.0.1');
  socket.write(
    'GET /elsewhere HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
  );
  const [answer] = await once(socket, 'data');
  expect(String(answer)).toContain('418');
  expect(rendezvous.load().connections).toBe(0);
});

test('nothing that a client can say ends it, and the log holds none of it', async () => {
  await reopen({ messagesAtOnce: 1e6, refusals: 1e6, topicsPerConnection: 1e6 });
  const eve = await new Client().opened();
  const topics = fc.anything({ withNullPrototype: true });
  const nearlyRight = fc.record(
    {
      type: fc.oneof(fc.constantFrom('subscribe', 'unsubscribe', 'publish', 'ping'), fc.string()),
      topics: fc.oneof(fc.array(fc.oneof(fc.string(), topics)), topics),
      topic: fc.oneof(fc.string(), topics),
      data: fc.jsonValue(),
    },
    { requiredKeys: [] },
  );
  const said = fc.oneof(
    fc.string(),
    fc.json(),
    nearlyRight.map((value) => JSON.stringify(value, (_, each: unknown) => plain(each))),
  );
  const saying = fc.asyncProperty(fc.array(said, { maxLength: 20 }), async (messages) => {
    for (const message of messages) eve.say(message);
    await eve.understood();
  });
  await fc.assert(saying, { numRuns: 200 });
  expect(new Set(log)).toEqual(
    new Set(['rendezvous refused a message that is not of the protocol']),
  );
  await expectStillServing();
});

/** What JSON can hold of a value. */
const plain = (value: unknown): unknown => (typeof value === 'bigint' ? String(value) : value);

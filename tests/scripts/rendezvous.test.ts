import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { OpenRendezvous } from '../support/open-rendezvous.ts';

let hall: OpenRendezvous;

beforeEach(async () => (hall = await OpenRendezvous.open()));
afterEach(() => hall.close());

test('a message reaches all who listen to its topic, its sender too, with their number', async () => {
  const [ana, ben, eve] = await Promise.all([1, 2, 3].map(() => hall.client().opened()));
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
  expect(hall.log).toEqual([]);
});

test('who has unsubscribed or left hears nothing more and takes no memory', async () => {
  const ana = await hall.client().opened();
  const ben = await hall.client().opened();
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
  await vi.waitFor(() => expect(hall.rendezvous.load()).toEqual({ connections: 1, topics: 0 }));
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
  const ana = await hall.client().opened();
  ana.say(message);
  await ana.understood();
  expect(hall.log).toEqual(['rendezvous refused a message that is not of the protocol']);
  await hall.stillServes();
});

test('topics that are no text are passed over', async () => {
  const ana = await hall.client().opened();
  ana.say({ type: 'subscribe', topics: [null, 3, {}, ['circle'], '__proto__', 'circle'] });
  await ana.understood();
  expect(hall.rendezvous.load().topics).toBe(2);
});

test('a deeply nested message is passed on as it came', async () => {
  const ana = await hall.client().opened();
  ana.say({ type: 'subscribe', topics: ['circle'] });
  ana.say(
    `{"type":"publish","topic":"circle","data":${'['.repeat(20_000)}${']'.repeat(20_000)}} \n`,
  );
  await vi.waitFor(() => expect(ana.heard).toHaveLength(1));
  expect(ana.heard[0]).toMatchObject({ topic: 'circle', clients: 1 });
});

test('an oversized message ends its own connection only', async () => {
  const ana = await hall.client().opened();
  ana.say('x'.repeat(64 * 1024 + 1));
  await ana.closed;
  expect(hall.log).toEqual(['rendezvous refused a message that is too large']);
  await hall.stillServes();
});

test('bytes that are no WebSocket frame end their own connection only', async () => {
  const socket = await hall.rawConnection();
  socket.write(Buffer.alloc(100, 0xff));
  await once(socket, 'close');
  expect(hall.log).toEqual(['rendezvous refused a broken frame']);
  await hall.stillServes();
});

test('other paths are left to others', async () => {
  hall.server.on('upgrade', (request, socket) => {
    if (request.url === '/elsewhere') socket.end('HTTP/1.1 418 Teapot\r\n\r\n');
  });
  const socket = connect(hall.port, '127.0.0.1');
  socket.write(
    'GET /elsewhere HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
  );
  const [answer] = await once(socket, 'data');
  expect(String(answer)).toContain('418');
  expect(hall.rendezvous.load().connections).toBe(0);
});

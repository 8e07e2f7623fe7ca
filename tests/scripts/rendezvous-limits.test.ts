import { once } from 'node:events';
import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import type { Limits } from '../../scripts/rendezvous/limits.ts';
import { OpenRendezvous } from '../support/open-rendezvous.ts';

let hall: OpenRendezvous;

async function open(limits: Partial<Limits>): Promise<void> {
  hall = await OpenRendezvous.open(limits);
}

afterEach(() => hall.close());

test('a flood of topics is capped, and the others are still served', async () => {
  await open({ refusals: 5 });
  const eve = await hall.client().opened();
  for (let batch = 0; batch < 5; batch += 1) {
    eve.say({ type: 'subscribe', topics: Array.from({ length: 900 }, (_, i) => `${batch}-${i}`) });
  }
  await eve.closed;
  expect(hall.log).toContain('rendezvous refused too many topics');
  expect(hall.log).toContain('rendezvous refused a connection refused too often');
  await vi.waitFor(() => expect(hall.rendezvous.load().topics).toBe(0));
  await hall.stillServes();
});

test('a topic that is too long is refused', async () => {
  await open({});
  const eve = await hall.client().opened();
  eve.say({ type: 'subscribe', topics: ['x'.repeat(257)] });
  await eve.understood();
  expect(hall.rendezvous.load().topics).toBe(0);
  expect(hall.log).toEqual(['rendezvous refused a topic that is too long']);
});

test('a topic takes a limited number of listeners', async () => {
  await open({ subscribersPerTopic: 1 });
  const [ana, ben] = await Promise.all([1, 2].map(() => hall.client().opened()));
  for (const client of [ana!, ben!]) {
    client.say({ type: 'subscribe', topics: ['circle'] });
    await client.understood();
  }
  expect(hall.log).toEqual(['rendezvous refused too many listeners to one topic']);
});

test('a flood of messages ends its own connection, with few lines in the log', async () => {
  await open({});
  const eve = await hall.client().opened();
  for (let i = 0; i < 2000; i += 1) eve.say({ type: 'publish', topic: 'circle' });
  await eve.closed;
  expect(hall.log).toEqual([
    'rendezvous refused too many messages',
    'rendezvous refused a connection refused too often',
  ]);
  await hall.stillServes();
});

test.each([
  ['in all', { connections: 2 }, 'too many connections'],
  ['from one address', { connectionsPerAddress: 2 }, 'too many connections from one address'],
])('connections are capped %s, and a place that is left is free again', async (_, limits, line) => {
  await open(limits);
  const ana = await hall.client().opened();
  await hall.client().opened();
  await hall.client().closed;
  expect(hall.log).toEqual([`rendezvous refused ${line}`]);
  ana.socket.close();
  await vi.waitFor(() => expect(hall.rendezvous.load().connections).toBe(1));
  await hall.client().opened();
});

test('who does not answer a ping is cut off, who answers stays', async () => {
  await open({ pingEvery: 250 });
  const ana = await hall.client().opened();
  const dead = await hall.rawConnection();
  dead.resume();
  await once(dead, 'close');
  expect(hall.log).toEqual(['rendezvous refused a connection that does not answer']);
  expect(ana.socket.readyState).toBe(WebSocket.OPEN);
});

test('nothing that a client can say ends it, and the log holds none of it', async () => {
  await open({ messagesAtOnce: 1e6, refusals: 1e6, topicsPerConnection: 1e6 });
  const eve = await hall.client().opened();
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
  expect(new Set(hall.log)).toEqual(
    new Set(['rendezvous refused a message that is not of the protocol']),
  );
  await hall.stillServes();
});

/** What JSON can hold of a value. */
const plain = (value: unknown): unknown => (typeof value === 'bigint' ? String(value) : value);

import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { contentOf, fitting, wordsIn } from '../../src/sync/nostr/batch.ts';
import { Outbox } from '../../src/sync/nostr/outbox.ts';
import { refusalInNotice, refusalOf } from '../../src/sync/nostr/refusal.ts';
import { RelayClock } from '../../src/sync/nostr/relay-clock.ts';
import { parseRelayMessage } from '../../src/sync/nostr/relay-message.ts';
import { RelayTalk } from '../../src/sync/nostr/relay-talk.ts';
import { OpenNostrRelay } from '../support/nostr-relay.ts';

const HOUR = 3600;
const serverTime = () => Date.now() / 1000;

let relay: OpenNostrRelay;
const talks: RelayTalk[] = [];

interface Talker {
  readonly talk: RelayTalk;
  readonly heard: string[];
}

/** Somebody at the relay whose clock is wrong by so many seconds. */
async function talker(wrongBy = 0, host: () => number | null = serverTime): Promise<Talker> {
  const heard: string[] = [];
  const { promise, resolve } = Promise.withResolvers<void>();
  const device = () => Date.now() / 1000 + wrongBy;
  const clock = new RelayClock(device, () => Promise.resolve(host()));
  const talk = new RelayTalk(
    relay.address.replace('nostr+', ''),
    {
      opened: resolve,
      heard: (topic, word) => heard.push(`${topic}: ${word}`),
      isThere: () => heard.push('(there)'),
      closed: () => undefined,
    },
    clock,
    [300],
  );
  talks.push(talk);
  await promise;
  return { talk, heard };
}

async function listenTo({ talk }: Talker, topic: string): Promise<void> {
  const before = relay.questions.length;
  talk.take({ type: 'subscribe', topics: [topic] });
  await until(() => relay.questions.length > before);
}

const say = ({ talk }: Talker, topic: string, data: string) =>
  talk.take({ type: 'publish', topic, data });

const until = (holds: () => boolean) => vi.waitUntil(holds, { interval: 5, timeout: 10_000 });

beforeEach(async () => {
  relay = await OpenNostrRelay.open();
});

afterEach(async () => {
  for (const talk of talks.splice(0)) talk.close();
  await relay.close();
});

test('many words to one topic go in one signed event, heard by those who know the topic only', async () => {
  const [ana, ben, cem] = [await talker(), await talker(), await talker()];
  await listenTo(ben, 'room');
  await listenTo(cem, 'another room');
  await listenTo(ana, 'room');
  for (const word of ['one', 'two', 'three']) say(ana, 'room', word);
  await until(() => ben.heard.length === 3);
  expect(ben.heard).toEqual(['room: one', 'room: two', 'room: three']);
  expect([ana.heard, cem.heard, relay.events.length]).toEqual([[], [], 1]);
  const [event] = relay.events;
  expect(event).toMatchObject({ kind: 25_050, tags: [['x', expect.stringMatching(/^\w{32}$/)]] });
  expect(JSON.stringify([relay.questions, event])).not.toMatch(/room|since/);
});

test.each([
  ['three hours ahead', 3 * HOUR],
  ['six years back', -6 * 365 * 24 * HOUR],
])('a clock that is %s is corrected, and the words come through', async (_how, wrongBy) => {
  const [ana, ben] = [await talker(wrongBy), await talker()];
  await listenTo(ben, 'room');
  await listenTo(ana, 'room');
  say(ana, 'room', 'by the server’s time');
  await until(() => ben.heard.length === 1);
  expect([relay.refused.length, ana.talk.trouble]).toEqual([1, null]);
});

test('where our server tells no time, that of the others’ words is taken', async () => {
  const [ana, ben] = [await talker(-5 * HOUR, () => null), await talker()];
  await listenTo(ana, 'room');
  await listenTo(ben, 'room');
  say(ben, 'room', 'hello');
  await until(() => ana.heard.length === 1);
  say(ana, 'room', 'by Ben’s time');
  await until(() => ben.heard.length === 1);
});

test('a relay that no time pleases has refused, and is asked for no more', async () => {
  relay.rule = () => 'invalid: created_at too far from now';
  const ana = await talker(0);
  await listenTo(ana, 'room');
  say(ana, 'room', 'hello');
  await until(() => ana.talk.trouble === 'refused');
  expect(relay.refused).toHaveLength(1);
});

test.each([
  ['auth-required: we only serve members', 'needs-login'],
  ['blocked: pubkey is not on our list', 'refused'],
] as const)('“%s” becomes %s', async (reason, trouble) => {
  relay.rule = () => reason;
  const ana = await talker();
  await listenTo(ana, 'room');
  say(ana, 'room', 'hello');
  await until(() => ana.talk.trouble === trouble);
});

test('what was too much is said again, more slowly', async () => {
  let refusals = 0;
  relay.rule = () => (refusals++ === 0 ? 'rate-limited: slow down there' : null);
  const [ana, ben] = [await talker(), await talker()];
  await listenTo(ben, 'room');
  say(ana, 'room', 'hello');
  await until(() => ana.talk.trouble === 'too-much');
  expect(ben.heard).toEqual([]);
  await until(() => ben.heard.length === 1);
  expect(ana.talk.trouble).toBeNull();
});

test('a subscription that the relay ends is told, and mended with the next question', async () => {
  const ana = await talker();
  await listenTo(ana, 'room');
  const [, subscription] = relay.questions[0] as [string, string];
  relay.say(['CLOSED', subscription, 'error: shutting down idle subscription']);
  await until(() => ana.talk.trouble === 'refused');
  await listenTo(ana, 'room');
  await until(() => ana.talk.trouble === null);
});

test('reasons and notices are understood, and a greeting is none', () => {
  const reasons = ['rate-limited: x', 'restricted: x', 'pow: 26 bits needed', 'error: x'];
  expect(reasons.map(refusalOf)).toEqual(['too-much', 'needs-login', 'refused', 'refused']);
  expect(refusalOf('invalid: event creation date is too far off')).toBe('time');
  expect(refusalInNotice('Welcome to our relay')).toBeNull();
  expect(refusalInNotice('ERROR: too many concurrent REQs')).toBe('too-much');
  expect(refusalInNotice('ERROR: bad msg')).toBe('refused');
});

test('what goes in one event comes back as it was, and is below 16 KB with all around it', () => {
  const around = 600;
  const word = fc.base64String({ maxLength: 6000 });
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 100 }), (words) => {
      const going = words.slice(0, fitting(words));
      expect(wordsIn(contentOf(going))).toEqual(going);
      expect(going.length).toBeGreaterThan(0);
      expect(JSON.stringify(contentOf(going)).length).toBeLessThan(16 * 1024 - around);
    }),
    { numRuns: 20 },
  );
  expect(fitting(['x'.repeat(20_000), 'y'])).toBe(1);
  expect(['{', '{}', '7', '["a",7,null]'].map(wordsIn)).toEqual([[], [], [], ['a']]);
});

test('whatever there is to say goes in four events a second', () => {
  vi.useFakeTimers();
  try {
    const sent: [at: number, topic: string, words: string[]][] = [];
    const outbox = new Outbox((topic, content) =>
      sent.push([performance.now(), topic, wordsIn(content)]),
    );
    const word = 'w'.repeat(9000);
    outbox.put('relay', [word, word, word, 'end']);
    outbox.put('room', ['hello']);
    vi.advanceTimersByTime(2000);
    expect(sent.map(([, topic, words]) => [topic, words.length])).toEqual([
      ['relay', 1],
      ['relay', 1],
      ['relay', 2],
      ['room', 1],
    ]);
    const between = sent.slice(1).map(([at], before) => at - sent[before]![0]);
    expect(Math.min(...between)).toBeGreaterThanOrEqual(250);
  } finally {
    vi.useRealTimers();
  }
});

test('whatever a relay says is read without an error', () => {
  const part = fc.jsonValue();
  const type = fc.constantFrom('EVENT', 'OK', 'CLOSED', 'NOTICE', 'AUTH', 'EOSE', 'X');
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.tuple(type, part, part, part)), (said) => {
      parseRelayMessage(typeof said === 'string' ? said : JSON.stringify(said));
    }),
  );
  expect(parseRelayMessage('x'.repeat(200_000))).toBeNull();
  expect(parseRelayMessage(new ArrayBuffer(3))).toBeNull();
});

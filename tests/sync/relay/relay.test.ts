import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { bytesOf, pass, RelayHall, RelayPage } from '../../support/relay-hall.ts';

const MINUTE = 60_000;
let pages: RelayPage[] = [];

beforeEach(() => vi.useFakeTimers());
afterEach(async () => {
  for (const page of pages.splice(0)) await page.end();
  vi.useRealTimers();
});

function hallWith(...names: string[]): { hall: RelayHall; at: (name: string) => RelayPage } {
  const hall = new RelayHall();
  const mine = names.map((name) => new RelayPage(name, hall));
  for (const page of mine) page.relay.listen();
  pages = mine;
  return { hall, at: (name) => mine.find(({ self }) => self === name)! };
}

/** The most that was said by one page within any second. */
function mostInASecond(times: readonly number[]): number {
  return Math.max(
    0,
    ...times.map((from) => times.filter((at) => at >= from && at < from + 1000).length),
  );
}

test('one change is on its way at once', async () => {
  const { at } = hallWith('ana', 'ben');
  at('ana').say('ben', bytesOf(60));
  await pass(25);
  expect(at('ben').heardFrom('ana')).toEqual(bytesOf(60));
});

test('a document of 200 KB arrives whole, in parts of 16 KB, within four seconds', async () => {
  const { hall, at } = hallWith('ana', 'ben');
  const document = bytesOf(200 * 1024);
  at('ana').say('ben', document);
  await pass(4000);
  expect(at('ben').heardFrom('ana')).toEqual(document);
  expect(Math.max(...hall.said.map(({ data }) => data.length))).toBeLessThanOrEqual(15 * 1024);
});

test('whatever there is to say, and to however many, a page says five things a second', async () => {
  const load = fc.array(
    fc.record({
      wait: fc.nat(700),
      size: fc.oneof(fc.nat(200), fc.nat(40_000)),
      to: fc.constantFrom('ben', 'chen', 'dora'),
    }),
    { minLength: 1, maxLength: 25 },
  );
  await fc.assert(
    fc.asyncProperty(load, async (words) => {
      const { hall, at } = hallWith('ana', 'ben', 'chen', 'dora');
      for (const { wait, size, to } of words) {
        at('ana').say(to, bytesOf(size));
        await pass(wait);
      }
      await pass(MINUTE);
      for (const to of ['ben', 'chen', 'dora']) {
        const sent = words.filter((word) => word.to === to).map(({ size }) => [...bytesOf(size)]);
        expect(Buffer.from(at(to).heardFrom('ana'))).toEqual(Buffer.from(sent.flat()));
      }
      expect(mostInASecond(hall.by('ana').map((said) => said.at))).toBeLessThanOrEqual(5);
      for (const { data } of hall.said) expect(data.length).toBeLessThanOrEqual(15 * 1024);
      for (const page of pages) await page.end();
    }),
    { numRuns: 8 },
  );
});

test('what is said in one step goes in one message', async () => {
  const { hall, at } = hallWith('ana', 'ben');
  for (let word = 0; word < 20; word++) at('ana').say('ben', bytesOf(100));
  await pass(1000);
  expect(hall.by('ana')).toHaveLength(1);
});

test('a lost, a doubled and a late message change nothing of what arrives', async () => {
  const { hall, at } = hallWith('ana', 'ben');
  let n = 0;
  const fates = [[], [0, 0], [600], [0], [0, 900], [0], []];
  hall.fate = ({ by }) => (by === 'ana' ? (fates[n++] ?? [0]) : [0]);
  const document = bytesOf(120 * 1024);
  at('ana').say('ben', document);
  await pass(12_000);
  at('ana').say('ben', bytesOf(10));
  await pass(4000);
  expect(at('ben').heardFrom('ana')).toEqual(new Uint8Array([...document, ...bytesOf(10)]));
  expect(at('ben').relay.counts.repeated).toBeGreaterThan(0);
  expect(at('ben').closed).toEqual([]);
});

test('a service that keeps dropping what is said ends the channel, and the other side hears of it', async () => {
  const { hall, at } = hallWith('ana', 'ben');
  at('ana').say('ben', bytesOf(10));
  await pass(1000);
  hall.fate = ({ by, data }) => (by === 'ana' && data.length > 200 ? [] : [0]);
  at('ana').say('ben', bytesOf(300));
  await pass(1000);
  at('ana').say('ben', bytesOf(10));
  await pass(12_000);
  expect(at('ben').closed).toEqual(['ana']);
  expect(at('ana').closed).toEqual(['ben']);
});

test('what a service says once more, now or after the channel was opened anew, is not heard', async () => {
  const { hall, at } = hallWith('ana', 'ben');
  at('ana').say('ben', bytesOf(50));
  await pass(1000);
  const old = hall.by('ana').map(({ data }) => data);
  at('ana').relay.end('ben');
  await pass(1000);
  at('ana').say('ben', bytesOf(50, 2));
  await pass(1000);
  for (const data of old) hall.tell(data);
  await pass(1000);
  expect(at('ben').heardFrom('ana')).toEqual(new Uint8Array([...bytesOf(50), ...bytesOf(50, 2)]));
  expect(at('ben').relay.pages).toEqual(['ana']);
});

test('forged, foreign and broken messages are counted and nothing else', async () => {
  const { hall, at } = hallWith('ana', 'ben');
  for (const data of ['!', 'AAAA', '', 'AQ==', 'A'.repeat(20_000)]) hall.tell(data);
  await pass(1000);
  expect(at('ben').relay.counts.foreign).toBe(5);
  expect(at('ben').relay.pages).toEqual([]);
  at('ana').say('ben', bytesOf(60));
  await pass(1000);
  expect(at('ben').heardFrom('ana')).toEqual(bytesOf(60));
});

test('who asks is answered by a channel that both can use', async () => {
  const { at } = hallWith('ana', 'ben');
  at('ana').relay.ask();
  await pass(1000);
  at('ben').say('ana', bytesOf(30));
  await pass(1000);
  at('ana').say('ben', bytesOf(40));
  await pass(1000);
  expect(at('ana').heardFrom('ben')).toEqual(bytesOf(30));
  expect(at('ben').heardFrom('ana')).toEqual(bytesOf(40));
});

test('two that open a channel to each other at once have one', async () => {
  const { at } = hallWith('ana', 'ben');
  at('ana').say('ben', bytesOf(30));
  at('ben').say('ana', bytesOf(40));
  await pass(1000);
  at('ana').say('ben', bytesOf(30, 2));
  await pass(1000);
  expect(at('ben').heardFrom('ana')).toEqual(new Uint8Array([...bytesOf(30), ...bytesOf(30, 2)]));
  expect(at('ana').heardFrom('ben')).toEqual(bytesOf(40));
  expect([...at('ana').closed, ...at('ben').closed]).toEqual([]);
});

test('a message that comes by two services is heard once', async () => {
  const [one, two] = [new RelayHall(), new RelayHall()];
  const mine = ['ana', 'ben'].map(
    (name) => new RelayPage(name, one, [one.carrierOf(name), two.carrierOf(name)]),
  );
  pages = mine;
  for (const { relay } of mine) relay.listen();
  mine[0]!.say('ben', bytesOf(40 * 1024));
  await pass(2000);
  expect(mine[1]!.heardFrom('ana')).toEqual(bytesOf(40 * 1024));
});

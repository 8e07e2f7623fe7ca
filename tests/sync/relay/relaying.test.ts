import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { frame } from '../../../src/sync/frames.ts';
import type { RelayChannel } from '../../../src/sync/relay/relay-channel.ts';
import { Relaying } from '../../../src/sync/relay/relaying.ts';
import { Sightings } from '../../../src/sync/sightings.ts';
import { glass, pass, RelayHall } from '../../support/relay-hall.ts';

const hall = { now: new RelayHall() };
let pages: Page[] = [];

/** A page that knows at once what all others say of their ways. */
class Page {
  readonly fast = new Set<string>();
  readonly slow = new Set<string>();
  readonly sightings = new Sightings();
  readonly relaying: Relaying;
  isThere = true;

  constructor(readonly self: string) {
    const carriers = [hall.now.carrierOf(self)];
    const near = (page: string) => at(page).near();
    this.relaying = new Relaying(
      {
        self,
        known: () => ({
          self,
          direct: [...this.near()],
          slow: [...this.slow],
          nearOf: near,
          slowOf: (page) => at(page).slow,
        }),
        hasChannel: () => this.fast.size > 0,
        isReached: (page) => this.reached().has(page),
        converse: (channel) => this.#converse(channel),
      },
      { seal: glass, carriers },
    );
  }

  near = (): Set<string> => (this.isThere ? new Set([...this.fast, ...this.slow]) : new Set());

  reached(): Set<string> {
    const found = new Set([this.self]);
    for (const page of found) for (const next of at(page).near()) found.add(next);
    return found;
  }

  look(): void {
    if (!this.isThere) return;
    this.relaying.look(this.sightings.missedSince((page) => this.reached().has(page)));
  }

  #converse(channel: RelayChannel): void {
    channel.addEventListener('open', () => channel.send(frame(3, new Uint8Array(37))));
    channel.addEventListener('message', () => this.slow.add(channel.peer));
    channel.addEventListener('close', () => this.slow.delete(channel.peer));
  }
}

const at = (name: string): Page => pages.find(({ self }) => self === name)!;

/** Pages with channels between them, written `ab` for one; all hear of each other now and every ten seconds. */
function circleOf(names: string, channels: string): void {
  hall.now = new RelayHall();
  pages = [...names].map((name) => new Page(name));
  for (const ends of channels.split(' ').filter(Boolean)) join(ends);
  hearOfEachOther();
  setInterval(hearOfEachOther, 10_000);
  setInterval(() => pages.forEach((page) => page.look()), 500);
}

function hearOfEachOther(): void {
  for (const page of pages) {
    for (const other of pages)
      if (other.isThere && other !== page) page.sightings.heardOf(other.self);
  }
}

function join(ends: string): void {
  at(ends[0]!).fast.add(ends[1]!);
  at(ends[1]!).fast.add(ends[0]!);
}

const relays = (): string[] =>
  pages
    .flatMap(({ self, slow }) =>
      [...slow].flatMap((other) => (self < other ? `${self}~${other}` : [])),
    )
    .sort();

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test.for([
  ['one that is cut off relays to the lowest', 'abcd', 'ab ac bc', ['a~d'], 10],
  ['whichever id it has', 'abcd', 'bc bd cd', ['a~b'], 10],
  ['two that are cut off relay to one', 'abcdef', 'ab ac ad bc bd cd', ['a~e', 'a~f'], 12],
  ['and so they do with the lowest ids', 'abcd', 'cd', ['a~c', 'b~c'], 14],
  ['two alone relay to each other', 'ab', '', ['a~b'], 12],
  ['three alone need two relays', 'abc', '', ['a~b', 'a~c'], 16],
  ['between two groups one relay is enough', 'abcd', 'ab cd', ['a~c'], 16],
] as const)('%s', async ([, names, channels, expected, seconds]) => {
  circleOf(names, channels);
  await pass(seconds * 1000);
  expect(relays()).toEqual(expected);
  await pass(60_000);
  expect(relays()).toEqual(expected);
});

test('a circle that needs no relay sends nothing', async () => {
  circleOf('abc', 'ab bc ac');
  await pass(120_000);
  expect(hall.now.said).toEqual([]);
});

test('when the one that relays for others goes, another does within seconds', async () => {
  circleOf('abcd', 'ab ac bc');
  await pass(20_000);
  at('a').isThere = false;
  for (const name of 'bc') {
    at(name).fast.delete('a');
    at(name).sightings.lost('d');
  }
  at('d').sightings.lost('a');
  at('a').relaying.leave();
  await at('a').relaying.close();
  await pass(5000);
  expect(relays()).toEqual(['b~d']);
});

test('a channel that opens ends the relay, and its loss brings it back', async () => {
  circleOf('abc', 'ab');
  await pass(10_000);
  expect(relays()).toEqual(['a~c']);
  join('bc');
  await pass(5000);
  expect(relays()).toEqual([]);
  at('b').fast.delete('c');
  at('c').fast.delete('b');
  await pass(20_000);
  expect(relays()).toEqual(['a~c']);
});

test('who asks in vain asks ever less', async () => {
  circleOf('ab', '');
  at('b').isThere = false;
  setInterval(() => at('a').sightings.heardOf('b'), 5000);
  await pass(10 * 60_000);
  expect(hall.now.by('a').length).toBeLessThan(16);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CircleClock } from '../../src/board/circle-clock.ts';

const MINUTE = 60_000;
const YEAR = 365 * 24 * 60 * MINUTE;
const TRUE_TIME = 1_790_000_000_000;

/** A page whose clocks a test turns: true time passes for all, each device has its own idea of it. */
class Page {
  readonly id: string;
  readonly clock: CircleClock;
  readonly #world: { now: number };
  readonly #bornAt: number;
  readonly #wrongBy: number;
  #asleepFor = 0;
  #turnedBy = 0;

  constructor(world: { now: number }, id: string, wrongBy: number, keptOffset = 0) {
    this.id = id;
    this.#world = world;
    this.#bornAt = world.now;
    this.#wrongBy = wrongBy;
    this.clock = new CircleClock(keptOffset, {
      monotonic: () => this.#world.now - this.#bornAt - this.#asleepFor,
      wall: () => TRUE_TIME + this.#world.now + this.#wrongBy + this.#turnedBy,
    });
  }

  get monotonic(): number {
    return this.#world.now - this.#bornAt - this.#asleepFor;
  }

  /** The device slept until now: its monotonic clock stood still. */
  hasSlept(ms: number): void {
    this.#asleepFor += ms;
  }

  /** Somebody sets the device's clock. */
  turn(ms: number): void {
    this.#turnedBy += ms;
  }

  /** Hears what another page has just said, or said when the sample was sent. */
  hear(other: Page, said = other.clock.told(), there = 0, back = 0): boolean {
    const roundTrip = there + back;
    return this.clock.hear(
      {
        peer: other.id,
        difference: said.now + roundTrip / 2 - this.monotonic,
        heldFor: said.heldFor,
        roundTrip,
      },
      other.id < this.id,
    );
  }
}

const spread = (pages: readonly Page[]): number => {
  const times = pages.map(({ clock }) => clock.now());
  return Math.max(...times) - Math.min(...times);
};

const wrongBy = fc.oneof(
  fc.constantFrom(0, -10 * MINUTE, 3 * YEAR, -30 * YEAR, 700, -400),
  fc.integer({ min: -2 * YEAR, max: 2 * YEAR }),
);
const page = fc.record({ wrongBy, joinsAfter: fc.oneof(fc.nat(1500), fc.nat(60_000)) });

describe('pages with clocks of their own', () => {
  test('agree within a second, however wrong their clocks, whoever joins first', () => {
    const ids = fc.shuffledSubarray(['a', 'b', 'c', 'd', 'e', 'f'], { minLength: 6 });
    fc.assert(
      fc.property(
        fc.array(page, { minLength: 6, maxLength: 6 }),
        ids,
        fc.infiniteStream(fc.nat()),
        (drawn, names, chance) => {
          const next = (below: number): number => chance.next().value! % below;
          const world = { now: 0 };
          const pages: Page[] = [];
          /** Everyone asks everyone, in any order; answers cross on lines of any speed. */
          const round = (): void => {
            const answers = pages.flatMap((to) =>
              pages
                .filter((from) => from !== to)
                .map((from) => {
                  const [there, back] = [next(301), next(301)];
                  return { to, from, there, back, sentAt: world.now + next(2000) + there };
                }),
            );
            const events = answers.flatMap((answer) => {
              let said = answer.from.clock.told();
              return [
                { at: answer.sentAt, do: () => (said = answer.from.clock.told()) },
                {
                  at: answer.sentAt + answer.back,
                  do: () => answer.to.hear(answer.from, said, answer.there, answer.back),
                },
              ];
            });
            for (const event of events.sort((x, y) => x.at - y.at)) {
              world.now = event.at;
              event.do();
            }
          };
          drawn.forEach(({ wrongBy: wrong, joinsAfter }, i) => {
            world.now += joinsAfter;
            pages.push(new Page(world, names[i]!, wrong));
            if (next(2)) round();
          });
          for (let i = 0; i < 4; i += 1) round();
          expect(spread(pages)).toBeLessThan(1000);
          const before = pages.map(({ clock }) => clock.now() - world.now);
          for (let i = 0; i < 3; i += 1) round();
          const moved = pages.map(({ clock }, i) => Math.abs(clock.now() - world.now - before[i]!));
          expect(Math.max(...moved)).toBeLessThan(1000);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('that opened in the same second settle on one time, that of the lowest id', () => {
    const world = { now: 0 };
    const [ana, ben] = [new Page(world, 'ana', 0), new Page(world, 'ben', -10 * MINUTE)];
    world.now += 500;
    ben.hear(ana);
    ana.hear(ben);
    expect(spread([ana, ben])).toBeLessThan(1);
    expect(ana.clock.now()).toBe(TRUE_TIME + 500);
  });

  test('never take each other’s time at once, however near a second they opened apart', () => {
    for (let apart = 0; apart <= 2000; apart += 50) {
      const world = { now: 0 };
      const zoe = new Page(world, 'zoe', 0);
      world.now += apart;
      const ben = new Page(world, 'ben', -10 * MINUTE);
      world.now += 400;
      const said = [zoe.clock.told(), ben.clock.told()] as const;
      world.now += 60;
      const moved = [zoe.hear(ben, said[1], 60, 60), ben.hear(zoe, said[0], 60, 60)];
      expect(moved.every(Boolean), `${String(apart)} ms apart`).toBe(false);
    }
  });
});

test('a newcomer with a wrong clock moves nobody', () => {
  const world = { now: 0 };
  const ana = new Page(world, 'zoe', 0);
  world.now = 5 * MINUTE;
  const newcomer = new Page(world, 'ana', 3 * YEAR);
  expect(ana.hear(newcomer)).toBe(false);
  expect(newcomer.hear(ana)).toBe(true);
  expect(newcomer.clock.now()).toBe(TRUE_TIME + 5 * MINUTE);
});

test('a page in a session is not moved by one that stood idle for longer', () => {
  const world = { now: 0 };
  const idle = new Page(world, 'ana', 7 * MINUTE);
  world.now = 60 * MINUTE;
  const inSession = new Page(world, 'ben', 0);
  inSession.clock.inSession = true;
  expect(inSession.hear(idle)).toBe(false);
  expect(idle.hear(inSession)).toBe(true);
  expect(spread([idle, inSession])).toBeLessThan(1);
});

test('who comes back alone has the time of last time', () => {
  const world = { now: 0 };
  const before = new Page(world, 'ben', -10 * MINUTE);
  world.now = 5 * MINUTE;
  before.hear(new Page(world, 'ana', 0));
  const ana = new Page({ now: 0 }, 'ana', 0);
  before.clock.hear(
    {
      peer: 'ana',
      difference: ana.clock.now() - before.monotonic,
      heldFor: YEAR / 2,
      roundTrip: 0,
    },
    true,
  );
  const again = new Page(world, 'ben', -10 * MINUTE, before.clock.offset);
  expect(again.clock.now()).toBeCloseTo(before.clock.now());
  expect(before.clock.offset).not.toBe(0);
});

test('a difference that nobody would notice moves no clock', () => {
  const world = { now: 0 };
  const ana = new Page(world, 'ana', 200);
  world.now = 5 * MINUTE;
  expect(new Page(world, 'ben', 0).hear(ana)).toBe(false);
});

describe('after sleep', () => {
  test('the time that passed is noticed', () => {
    const world = { now: 0 };
    const phone = new Page(world, 'ana', 0);
    world.now = 20 * MINUTE;
    phone.hasSlept(15 * MINUTE);
    expect(phone.clock.checkAfterSleep()).toBe(true);
    expect(phone.clock.now()).toBe(TRUE_TIME + 20 * MINUTE);
    expect(phone.clock.checkAfterSleep()).toBe(false);
  });

  test('a page that nobody woke moves none of the others, however long it has been open', () => {
    const world = { now: 0 };
    const laptop = new Page(world, 'ana', 0);
    laptop.clock.inSession = true;
    world.now = 60 * MINUTE;
    const others = ['ben', 'chen'].map((id) => new Page(world, id, 0));
    for (const other of others) {
      other.clock.inSession = true;
      other.hear(laptop);
    }
    world.now += 20 * MINUTE;
    laptop.hasSlept(15 * MINUTE);
    for (const other of others) {
      other.hear(laptop);
      laptop.hear(other);
    }
    expect(spread([laptop, ...others])).toBeLessThan(1);
    expect(laptop.clock.now()).toBe(TRUE_TIME + 80 * MINUTE);
  });

  test('a clock that is set right meanwhile does not move the session of the others', () => {
    const world = { now: 0 };
    const ana = new Page(world, 'ana', -10 * MINUTE);
    world.now = 10 * MINUTE;
    const ben = new Page(world, 'ben', 0);
    ben.hear(ana);
    const session = ben.clock.now();
    ana.turn(10 * MINUTE);
    ana.clock.checkAfterSleep();
    ben.hear(ana);
    ana.hear(ben);
    expect(ben.clock.now()).toBe(session);
    expect(spread([ana, ben])).toBeLessThan(1);
  });
});

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { bytesOf, pass, RelayHall, RelayPage } from '../../support/relay-hall.ts';

let halls: [RelayHall, RelayHall];
let ana: RelayPage;
let ben: RelayPage;
let talking: ReturnType<typeof setInterval>;

beforeEach(() => {
  vi.useFakeTimers();
  halls = [new RelayHall(), new RelayHall()];
  // The first is the faster one.
  halls[1].fate = () => [30];
  const at = (name: string) =>
    new RelayPage(
      name,
      halls[0],
      halls.map((hall) => hall.carrierOf(name)),
    );
  [ana, ben] = [at('ana'), at('ben')];
  for (const page of [ana, ben]) page.relay.listen();
  talking = setInterval(() => {
    ana.say('ben', bytesOf(50));
    ben.say('ana', bytesOf(50));
  }, 1000);
});

afterEach(async () => {
  clearInterval(talking);
  await ana.end();
  await ben.end();
  vi.useRealTimers();
});

const heard = () => [ana.heardFrom('ben').length, ben.heardFrom('ana').length];

/** How much is said at each of the two services within some seconds. */
async function saidIn(seconds: number): Promise<[number, number]> {
  const before = halls.map(({ said }) => said.length);
  await pass(seconds * 1000);
  const [first = 0, second = 0] = halls.map(({ said }, at) => said.length - (before[at] ?? 0));
  return [first, second];
}

test('words take every road at first, and then the one that brings the others’ words first', async () => {
  expect(await saidIn(3.5)).toEqual([6, 6]);
  await pass(2000);
  expect(await saidIn(10)).toEqual([20, 0]);
});

test('where that road ends, the others carry what comes next', async () => {
  await pass(10_000);
  halls[0].isOpen = false;
  const before = heard();
  await pass(5000);
  expect(heard().map((length, at) => length - before[at]!)).toEqual([250, 250]);
  expect(ana.closed).toEqual([]);
});

test('a service that takes words and passes on only some of one page loses none in the end', async () => {
  await pass(10_000);
  const before = heard();
  halls[0].fate = ({ by }) => (by === 'ana' && Math.floor(performance.now() / 1000) % 2 ? [] : [0]);
  await pass(10_500);
  // The one that was on its way at the beginning is among them.
  expect(heard().map((length, at) => length - before[at]!)).toEqual([550, 550]);
});

test('a service that passes on nothing any more is left for the others', async () => {
  await pass(10_000);
  halls[0].fate = () => [];
  await pass(10_000);
  const before = heard();
  await pass(20_000);
  const after = heard();
  expect(Math.min(after[0]! - before[0]!, after[1]! - before[1]!)).toBeGreaterThanOrEqual(900);
});

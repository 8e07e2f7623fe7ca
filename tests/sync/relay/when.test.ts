import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { HandshakeRetries } from '../../../src/sync/handshake-retries.ts';
import { answerAfter, askAfter } from '../../../src/sync/relay/when-to-relay.ts';
import { Sightings } from '../../../src/sync/sightings.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const cutOff = { rank: 0, isCutOff: true, isSure: false };
const connected = { rank: 0, isCutOff: false, isSure: false };

const asks: [says: string, standing: typeof cutOff, asked: number, seconds: number][] = [
  ['who is cut off asks when a handshake has failed', cutOff, 0, 6],
  ['then sooner than later', cutOff, 1, 9],
  ['then ever less', cutOff, 4, 36],
  ['in the end once a minute', cutOff, 6, 156],
  ['who knows already asks at once', { ...cutOff, isSure: true }, 0, 0.5],
  ['its second tab lets the first one ask', { ...cutOff, rank: 1 }, 0, 10],
  ['who has channels asks only when nobody asked them', connected, 0, 12],
  ['one of a group after the other', { ...connected, rank: 2 }, 0, 20],
];

test.for(asks)('%s', ([, standing, asked, seconds]) => {
  expect(askAfter(standing, asked)).toBe(seconds * 1000);
});

test('the lowest of those with channels answers at once, the others when it has not', () => {
  expect([0, 1, 2].map((rank) => answerAfter({ ...connected, rank }))).toEqual([0, 1500, 3000]);
  expect(answerAfter(cutOff)).toBe(1000);
});

test('a page is missed from when it was first heard of until it is reached, or silent for a minute', () => {
  const sightings = new Sightings();
  const reached = new Set<string>();
  const missedFor = () => {
    const since = sightings.missedSince((page) => reached.has(page));
    return since === null ? null : performance.now() - since;
  };
  expect(missedFor()).toBeNull();
  sightings.heardOf('ana');
  vi.advanceTimersByTime(5000);
  sightings.heardOf('ana');
  sightings.heardOf('ben');
  expect(missedFor()).toBe(5000);
  reached.add('ana');
  expect(missedFor()).toBe(0);
  vi.advanceTimersByTime(59_000);
  expect(missedFor()).toBe(59_000);
  vi.advanceTimersByTime(2000);
  expect(missedFor()).toBeNull();
});

test('of thousands of pages that do not exist only some are remembered', () => {
  const sightings = new Sightings();
  for (let at = 0; at < 5000; at++) sightings.heardOf(`ghost ${at}`);
  vi.advanceTimersByTime(61_000);
  sightings.missedSince(() => false);
  sightings.heardOf('ana');
  expect(sightings.missedSince(() => false)).toBe(performance.now());
});

test('where there is no way, handshakes begin ever less often', () => {
  const retries = new HandshakeRetries();
  const begun: number[] = [];
  for (let second = 0; second < 600; second++) {
    if (retries.mayTry('ana')) begun.push(second);
    vi.advanceTimersByTime(1000);
  }
  expect(begun).toEqual([0, 1, 2, 12, 32, 72, 152, 272, 392, 512]);
  retries.succeeded('ana');
  expect(retries.mayTry('ana')).toBe(true);
  retries.tried('ana');
  retries.mayTry('ana');
  expect(retries.mayTry('ana')).toBe(false);
  retries.startAfresh();
  expect(retries.mayTry('ana')).toBe(true);
});

import { expect, test } from 'vitest';
import {
  meetingsSince,
  progressOf,
  usualLength,
  type Contract,
} from '../../src/domain/contract.ts';
import { hasBegun, isQuiet, lengthOf } from '../../src/domain/next-meeting.ts';
import type { Session } from '../../src/domain/session.ts';
import * as record from '../support/records.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const session = (id: string, startedAt: number, closedAt: number | null): Session =>
  record.session(id, { startedAt, closedAt });
const weekly = (count: number): Session[] =>
  Array.from({ length: count }, (_, week) =>
    session(`s${week}`, week * 7 * DAY, week * 7 * DAY + HOUR),
  );
const contract = (sessions: number, since: number): Contract => ({
  id: 'k',
  sessions,
  since,
  isClosing: false,
  by: 'ana',
  setAt: since,
});

test.each([
  [1, 6],
  [2, 2],
  [5, 5],
  [6, 6],
])('with %i members a circle meets %i times before it decides anew', (members, sessions) => {
  expect(usualLength(members)).toBe(sessions);
});

test('sessions are counted from the one in which the circle agreed', () => {
  expect(progressOf(contract(3, 7 * DAY), weekly(3))).toMatchObject({ met: 2, isFull: false });
  expect(progressOf(contract(3, 7 * DAY), weekly(4))).toMatchObject({ met: 3, isFull: true });
});

test('two sessions that began at the same moment are one meeting', () => {
  const twice = [session('a', 0, HOUR), session('b', 60_000, HOUR + 5), session('c', DAY, null)];
  expect(meetingsSince(twice, 0)).toBe(2);
});

test('a session that nobody closed hides none of those after it', () => {
  expect(meetingsSince([session('a', 0, null), session('b', 7 * DAY, null)], 0)).toBe(2);
  expect(meetingsSince([session('a', 0, 7 * DAY), session('b', 7 * DAY, null)], 0)).toBe(2);
});

test.each([
  ['an hour before it begins', 10 * DAY - HOUR, [], false],
  ['when its time has come', 10 * DAY, [], true],
  [
    'when a session began a little early',
    10 * DAY - HOUR,
    [session('s', 10 * DAY - HOUR, null)],
    true,
  ],
  ['after the session of the week before', 9 * DAY, [session('s', 3 * DAY, 3 * DAY + HOUR)], false],
])('whether a meeting has begun: %s', (_when, now, sessions, begun) => {
  expect(hasBegun({ at: 10 * DAY }, sessions, now)).toBe(begun);
});

test('a circle has gone quiet six weeks after its last session, unless it has a date', () => {
  const past = [session('s', 0, HOUR)];
  const next = { at: 50 * DAY, zone: 'UTC', presenter: null, host: null, backup: null };
  expect(isQuiet(past, null, 42 * DAY - 1)).toBe(false);
  expect(isQuiet(past, null, 42 * DAY)).toBe(true);
  expect(isQuiet(past, next, 42 * DAY)).toBe(false);
  expect(isQuiet(past, next, 51 * DAY)).toBe(true);
  expect(isQuiet([], null, 420 * DAY)).toBe(false);
});

test('a meeting stands in a calendar for as long as the last one was planned', () => {
  expect(lengthOf([])).toBe(60);
  expect(lengthOf([session('s', 0, HOUR)])).toBe(
    record.session('s').plan.reduce((all, { minutes }) => all + minutes, 0),
  );
});

import { beforeAll, expect, test } from 'vitest';
import { loadTemporal } from '../../../src/board/dates/temporal.ts';
import { momentIn, quarter, wallClockAt, weeksLater } from '../../../src/board/dates/wall-clock.ts';

let dates: typeof Temporal;
beforeAll(async () => {
  dates = await loadTemporal();
});

const at = (iso: string): number => Date.parse(iso);

test.each([
  ['an ordinary day', '2026-12-03', '15:00', '2026-12-03T14:00Z', null],
  ['31 February', '2027-02-31', '15:00', '2027-02-28T14:00Z', 'no-day'],
  ['29 February in a year that has it', '2028-02-29', '15:00', '2028-02-29T14:00Z', null],
  ['the hour that is skipped', '2027-03-28', '02:30', '2027-03-28T01:30Z', 'skipped'],
  ['the hour that comes twice', '2027-10-31', '02:30', '2027-10-31T00:30Z', 'twice'],
] as const)('%s is taken as what comes nearest, and said', (_what, day, time, moment, kind) => {
  const found = momentIn(dates, { day, time }, 'Europe/Berlin');
  expect(found?.at).toBe(at(moment));
  expect(found?.oddity?.kind ?? null).toBe(kind);
});

test('what is taken is told as the clock shows it', () => {
  expect(momentIn(dates, { day: '2027-03-28', time: '02:30' }, 'Europe/Berlin')?.oddity).toEqual({
    kind: 'skipped',
    taken: { day: '2027-03-28', time: '03:30' },
  });
  expect(momentIn(dates, { day: '2027-10-31', time: '02:30' }, 'Europe/Berlin')?.oddity).toEqual({
    kind: 'twice',
    second: at('2027-10-31T01:30Z'),
  });
});

test.each(['', '2026-13-01', '2026-00-10', '2026-12-32', 'soon', '99999-01-01'])(
  'the day %j is none',
  (day) => {
    expect(momentIn(dates, { day, time: '15:00' }, 'Europe/Berlin')).toBeNull();
  },
);

test.each(['', '24:00', '9', '12:60'])('the time %j is none', (time) => {
  expect(momentIn(dates, { day: '2026-12-03', time }, 'UTC')).toBeNull();
});

test('the same time next week stands on the same clock when the clocks are changed', () => {
  const before = at('2027-03-25T14:00Z');
  const after = weeksLater(dates, before, 'Europe/Berlin', 1);
  expect(wallClockAt(dates, before, 'Europe/Berlin')).toEqual({ day: '2027-03-25', time: '15:00' });
  expect(wallClockAt(dates, after, 'Europe/Berlin')).toEqual({ day: '2027-04-01', time: '15:00' });
  expect(after - before).toBe(7 * 86_400_000 - 3_600_000);
});

test('six members in six zones see one moment, each at the time of their own place', () => {
  const { at: moment } = momentIn(dates, { day: '2027-03-25', time: '15:00' }, 'Europe/Berlin')!;
  const seen = (zone: string, when: number): string => wallClockAt(dates, when, zone).time;
  const zones = [
    'Europe/Berlin',
    'Europe/London',
    'America/New_York',
    'Asia/Kolkata',
    'Asia/Tokyo',
    'Pacific/Auckland',
  ];
  expect(zones.map((zone) => seen(zone, moment))).toEqual([
    '15:00',
    '14:00',
    '10:00',
    '19:30',
    '23:00',
    '03:00',
  ]);
  const next = weeksLater(dates, moment, 'Europe/Berlin', 2);
  expect(zones.map((zone) => seen(zone, next))).toEqual([
    '15:00',
    '14:00',
    '09:00',
    '18:30',
    '22:00',
    '01:00',
  ]);
});

test('a session that began some minutes late is followed by one at the time that was meant', () => {
  expect(quarter(at('2026-12-03T14:04:31Z'))).toBe(at('2026-12-03T14:00Z'));
});

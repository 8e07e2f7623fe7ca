import ICAL from 'ical.js';
import { beforeAll, expect, test } from 'vitest';
import { calendarFile, type CalendarEntry } from '../../../src/board/dates/calendar-file.ts';
import { loadTemporal } from '../../../src/board/dates/temporal.ts';
import { momentIn } from '../../../src/board/dates/wall-clock.ts';

ICAL.design.strict = true;

const entry: CalendarEntry = {
  uid: '5f2c@askwell',
  changes: 2,
  at: Date.UTC(2027, 6, 1, 13),
  minutes: 60,
  zone: 'Europe/Berlin',
  title: 'Peer circle',
  words: 'Open your circle in the browser where you have your seat; bring: water, ink\\paper',
  address: 'https://askwell.example/circle/',
  writtenAt: Date.UTC(2026, 10, 25, 12),
};

let dates: typeof Temporal;
beforeAll(async () => {
  dates = await loadTemporal();
});

const known = new Map<string, ICAL.Timezone>();
/** A zone by what its block says, whatever its name: the same words are read once. */
function zoneOf(block: ICAL.Component): ICAL.Timezone {
  const words = block.toString();
  const zone = known.get(words) ?? new ICAL.Timezone(block);
  known.set(words, zone);
  return zone;
}

/** What a strict reader of RFC 5545 makes of a file that knows nothing of zones but what stands in it. */
function read(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file));
  const zones = calendar.getAllSubcomponents('vtimezone').map(zoneOf);
  const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent')!);
  const named = event.component.getFirstProperty('dtstart')!.getParameter('tzid');
  const zone = zones.find(({ tzid }) => tzid === named);
  const { startDate, endDate } = event;
  if (zone) for (const date of [startDate, endDate]) date.zone = zone;
  return { calendar, event, zone, startDate, endDate };
}

test('the file of a meeting holds one event with its zone, an identity, reminders, and no secret', () => {
  const file = calendarFile(dates, entry);
  const { calendar, event, zone, startDate, endDate } = read(file);

  expect(calendar.getAllSubcomponents('vevent')).toHaveLength(1);
  expect(zone?.tzid).toBe('Europe/Berlin');
  expect(startDate.toString()).toBe('2027-07-01T15:00:00');
  expect(endDate.toString()).toBe('2027-07-01T16:00:00');
  expect(startDate.toUnixTime() * 1000).toBe(entry.at);
  expect({ uid: event.uid, sequence: event.sequence, summary: event.summary }).toEqual({
    uid: entry.uid,
    sequence: 2,
    summary: 'Peer circle',
  });
  expect(event.description).toBe(entry.words);
  expect(event.component.getFirstPropertyValue('url')).toBe(entry.address);
  expect(event.component.getFirstPropertyValue('dtstamp')?.toString()).toBe('2026-11-25T12:00:00Z');
  expect(
    event.component
      .getAllSubcomponents('valarm')
      .map((alarm) => alarm.getFirstPropertyValue('trigger')?.toString()),
  ).toEqual(['-P1D', '-PT10M']);
});

test('circle time has fractions of a millisecond, and a calendar has none', () => {
  const file = calendarFile(dates, {
    ...entry,
    at: entry.at + 0.25,
    writtenAt: entry.writtenAt + 0.7,
  });
  expect(file).toBe(calendarFile(dates, entry));
});

test('every line ends and folds as the standard asks, and no name of a person or circle breaks one', () => {
  const title = 'Donnerstags; Ana, Ben \\ und \u202eC\u00e9line \u{1f331}\nBEGIN:VALARM '.repeat(6);
  const file = calendarFile(dates, { ...entry, title });
  for (const line of file.split('\r\n')) {
    expect(line).not.toMatch(/[\r\n]/);
    expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  }
  expect(read(file).event.summary).toBe(title);
  expect(read(file).event.component.getAllSubcomponents('valarm')).toHaveLength(2);
});

const zones = [
  'Europe/Berlin',
  'Europe/London',
  'America/New_York',
  'America/Los_Angeles',
  'America/Sao_Paulo',
  'America/Santiago',
  'Africa/Cairo',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
];

/** Cairo changes after the last Thursday, Santiago after the first Saturday: the library says Friday and Sunday. */
const weekOff: Readonly<Record<string, readonly string[]>> = {
  'Africa/Cairo': ['2030-10-30'],
  'America/Santiago': ['2029-04-06', '2030-09-07', '2035-04-06'],
};

test.each(zones)('the clock on the wall in %s is right for ten years of changes', (zone) => {
  const inUtc: string[] = [];
  for (const day of daysOfChange(zone)) {
    const wall = `${day}T15:00:00`;
    const at = momentIn(dates, { day, time: '15:00' }, zone)!.at;
    const { startDate } = read(calendarFile(dates, { ...entry, at, zone }));
    expect(startDate.toUnixTime() * 1000, wall).toBe(at);
    if (startDate.zone === ICAL.Timezone.utcTimezone) inUtc.push(day);
    else expect(startDate.toString()).toBe(wall);
  }
  // Where the library's rule for a zone is a week off, the moment stands in universal time, right all the same.
  expect(inUtc).toEqual(weekOff[zone] ?? []);
});

/** The day before and after each change of the clocks; where there is none, some days of the ten years. */
function daysOfChange(zone: string): string[] {
  const days: string[] = [];
  let at = dates.ZonedDateTime.from({ year: 2026, month: 1, day: 1, timeZone: zone });
  for (;;) {
    const change = at.getTimeZoneTransition('next');
    if (!change || change.year > 2035) break;
    const day = change.toPlainDate();
    days.push(day.subtract({ days: 1 }).toString(), day.add({ days: 1 }).toString());
    at = change;
  }
  return days.length > 0 ? days : ['2026-01-01', '2030-07-01', '2035-12-31'];
}

test.each(['UTC', 'Europe/Kiev', 'Asia/Calcutta', 'US/Pacific', 'Etc/GMT+5', '+05:30'])(
  'a device in %s writes a file that says the right moment',
  (zone) => {
    const { startDate, event } = read(calendarFile(dates, { ...entry, zone }));
    expect(startDate.toUnixTime() * 1000).toBe(entry.at);
    const named = event.component.getFirstProperty('dtstart')!.getParameter('tzid');
    expect([zone, undefined]).toContain(named);
  },
);

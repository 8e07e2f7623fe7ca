import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import {
  tzlib_get_ical_block,
  tzlib_get_offset,
  tzlib_get_timezones,
} from 'timezones-ical-library';
import { shown, zoned } from './wall-clock.ts';

/** What a calendar is told of a meeting: nothing of what is said there, and no secret. */
export interface CalendarEntry {
  /** The same for all dates of one meeting, and another for each member. */
  readonly uid: string;
  readonly changes: number;
  readonly at: number;
  readonly minutes: number;
  readonly zone: string;
  readonly title: string;
  readonly words: string;
  readonly address: string;
  readonly writtenAt: number;
}

/** A reminder comes this long before, s. */
const reminders = [24 * 3600, 600];

/** One meeting as a file that calendars read (RFC 5545). */
export function calendarFile(dates: typeof Temporal, entry: CalendarEntry): string {
  const { zone } = entry;
  const start = zoned(dates, entry.at, zone);
  const block = zoneBlock(zone, start);
  const inZone = block === null ? start.withTimeZone('UTC') : start;
  const calendar = ical({
    prodId: { company: 'Askwell', product: 'Peer coaching', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
  });
  // The zone of the event alone: a calendar with one of its own would write the stamp in it, which has to be in UTC.
  if (block !== null) calendar.timezone({ name: null, generator: () => block });
  const event = calendar.createEvent({
    id: entry.uid,
    sequence: entry.changes,
    stamp: zoned(dates, entry.writtenAt, 'UTC').toInstant(),
    start: inZone,
    end: inZone.add({ minutes: entry.minutes }),
    ...(block !== null && { timezone: zone }),
    summary: entry.title,
    description: entry.words,
    url: entry.address,
    transparency: ICalEventTransparency.OPAQUE,
  });
  for (const trigger of reminders) {
    event.createAlarm({ type: ICalAlarmType.display, trigger, description: entry.title });
  }
  return calendar.toString();
}

/**
 * What a calendar needs to know of a zone. `null` where the library does not know the zone, or counts otherwise than
 * this browser at that moment: such a date is written in universal time, which is right everywhere.
 */
function zoneBlock(zone: string, at: Temporal.ZonedDateTime): string | null {
  if (zone === 'UTC' || !tzlib_get_timezones().includes(zone)) return null;
  const [block, name] = tzlib_get_ical_block(zone);
  if (!block || !name) return null;
  const { day, time } = shown(at);
  if (tzlib_get_offset(zone, day, time) !== at.offset.replace(':', '')) return null;
  // An older name of a zone comes under its newer one, and the event must name the same.
  return block.replace(name.replace('=', ':'), `TZID:${zone}`);
}

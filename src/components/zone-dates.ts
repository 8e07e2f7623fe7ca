import { zoneHere } from './date-inputs.ts';
import { formats, hourOf, written } from './dates.ts';

/** `Thursday 3 December, 15:00` on the clocks of a zone. */
export const momentInZone = (time: number, zone: string): string =>
  written(time, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: 'numeric',
    minute: '2-digit',
    timeZone: zone,
  });

/** The hour on the clocks of a zone, where it is another than here; with its day, where that is another too. */
export function hourElsewhere(time: number, zone: string): string | null {
  const hour = written(time, { hour: 'numeric', minute: '2-digit', timeZone: zone });
  const day = (timeZone: string): string => written(time, { dateStyle: 'short', timeZone });
  if (day(zone) !== day(zoneHere())) return momentInZone(time, zone);
  return hour === hourOf(time) ? null : hour;
}

/** The name of a calendar day's weekday: `Thursday`. */
export const weekdayOf = (day: string): string =>
  new Intl.DateTimeFormat(formats(), { weekday: 'long', timeZone: 'UTC' }).format(
    Date.parse(`${day}T00:00Z`),
  );

import { zoneHere } from './date-inputs.ts';

/** The page's language, written as this person's country writes it: `en` becomes `en-GB`. */
export function formats(): string | undefined {
  const page = document.documentElement.lang;
  return navigator.languages.find((language) => language.split('-')[0] === page) ?? page;
}

export const written = (time: number, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(formats(), options).format(time);

/** `Thursday 3 December`; a line never breaks beside its number. */
export const dayOf = (time: number): string =>
  written(time, { weekday: 'long', day: 'numeric', month: 'long' }).replaceAll(
    / (?=\d)|(?<=\d) /g,
    '\u00a0',
  );

/** `3 December 2026` */
export const dateOf = (time: number): string =>
  written(time, { day: 'numeric', month: 'long', year: 'numeric' });

/** `9:00` */
export const hourOf = (time: number): string =>
  written(time, { hour: 'numeric', minute: '2-digit' });

/** A calendar day, `2026-12-03`, as `Thursday 3 December`, in no zone at all. */
export const calendarDay = (day: string): string =>
  new Intl.DateTimeFormat(formats(), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(Date.parse(`${day}T00:00Z`));

/** `today`, `yesterday`, or the date. */
export function relativeDay(time: number, now: number): string {
  const days = Math.round((midnight(time) - midnight(now)) / 86_400_000);
  if (days < -1 || days > 0) return dateOf(time);
  return new Intl.RelativeTimeFormat(formats(), { numeric: 'auto' }).format(days, 'day');
}

/** `2 minutes ago`, for a while of at least a minute. */
export function ago(milliseconds: number): string {
  const format = new Intl.RelativeTimeFormat(formats());
  const minutes = Math.floor(milliseconds / 60_000);
  if (minutes < 60) return format.format(-minutes, 'minute');
  return format.format(-Math.floor(minutes / 60), 'hour');
}

/** A zone, this device's unless another is named, as people write it: `Europe/Berlin`, `America/New York`. */
export const zoneName = (zone = zoneHere()): string => zone.replaceAll('_', ' ');

/** Names in a row, as the language joins them: `Ana, Ben and Chris`. */
export const inARow = (names: readonly string[]): string =>
  new Intl.ListFormat(formats(), { type: 'conjunction' }).format(names);

const midnight = (time: number): number => new Date(time).setHours(0, 0, 0, 0);

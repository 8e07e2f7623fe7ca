/** A calendar day (`2026-12-03`) in words of the reader's own language: "Thursday, December 3". */
export function dayInWords(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Intl.DateTimeFormat(undefined, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  }).format(new Date(year, month - 1, date));
}

/** A moment as a calendar day in this device's zone: `2026-12-03`. */
export function dayOf(at: number): string {
  const date = new Date(at);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** A moment's time of day in this device's zone: `09:30`. */
export function timeOf(at: number): string {
  const date = new Date(at);
  return [date.getHours(), date.getMinutes()]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}

/** The moment of a day and time in this device's zone, or `null` while either is missing. */
export function momentOf(day: string, time: string): number | null {
  const at = new Date(`${day}T${time}`).getTime();
  return Number.isNaN(at) ? null : at;
}

/** A moment in the reader's words and zone: "Thursday, December 3 at 9:00 AM". */
export function momentInWords(at: number): string {
  return new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'short' }).format(at);
}

/** The IANA name of this device's zone. */
export const zoneHere = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

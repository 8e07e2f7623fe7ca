/** A moment as a date input holds it, in this device's zone: `2026-12-03`. */
export function inputDay(at: number): string {
  const date = new Date(at);
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** A moment as a time input holds it, in this device's zone: `09:30`. */
export function inputTime(at: number): string {
  const date = new Date(at);
  return `${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** The moment of a day and time in this device's zone, or `null` while either is missing. */
export function momentOf(day: string, time: string): number | null {
  const at = new Date(`${day}T${time}`).getTime();
  return Number.isNaN(at) ? null : at;
}

/** The IANA name of this device's zone: `Europe/Berlin`. */
export const zoneHere = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

const two = (part: number): string => String(part).padStart(2, '0');

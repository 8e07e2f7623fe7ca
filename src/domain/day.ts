/** Whether a day like `2026-02-28` is in the calendar: 31 February is not, nor 29 February in most years. */
export function isInCalendar(day: string): boolean {
  const at = new Date(`${day}T00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(`${day}T`);
}

/** A day and a time as a clock on the wall shows them: `2026-12-03`, `15:00`. */
export interface WallClock {
  readonly day: string;
  readonly time: string;
}

/** What was asked for and is not there, or is there twice. */
export type Oddity =
  /** The month has no such day: its last one is taken. */
  | { readonly kind: 'no-day'; readonly taken: WallClock }
  /** Clocks go forward over that time: as much later is taken. */
  | { readonly kind: 'skipped'; readonly taken: WallClock }
  /** Clocks go back over that time: the first is taken. */
  | { readonly kind: 'twice'; readonly second: number };

export interface Moment {
  readonly at: number;
  readonly oddity: Oddity | null;
}

type Dates = typeof Temporal;

const pattern = /^(\d{4})-(\d{1,2})-(\d{1,2})T(\d{1,2}):(\d{2})$/;

/** The moment of a day and a time in a zone, `null` where either is missing or is none. */
export function momentIn(dates: Dates, { day, time }: WallClock, zone: string): Moment | null {
  const parts = pattern.exec(`${day}T${time}`)?.slice(1).map(Number);
  const [year = 0, month = 0, date = 0, hour = 0, minute = 0] = parts ?? [];
  if (!parts || month < 1 || month > 12 || date < 1 || date > 31 || hour > 23 || minute > 59)
    return null;
  const wall = dates.PlainDateTime.from({ year, month, day: date, hour, minute });
  const first = wall.toZonedDateTime(zone, { disambiguation: 'compatible' });
  const second = wall.toZonedDateTime(zone, { disambiguation: 'later' });
  return { at: first.epochMilliseconds, oddity: oddityOf() };

  function oddityOf(): Oddity | null {
    if (wall.day !== date) return { kind: 'no-day', taken: shown(first) };
    if (!first.toPlainDateTime().equals(wall)) return { kind: 'skipped', taken: shown(first) };
    return second.epochMilliseconds === first.epochMilliseconds
      ? null
      : { kind: 'twice', second: second.epochMilliseconds };
  }
}

/** What a clock in that zone shows at a moment. */
export const wallClockAt = (dates: Dates, at: number, zone: string): WallClock =>
  shown(zoned(dates, at, zone));

/** The same time on the clock of that zone, some weeks later: the moment moves where the clocks are changed. */
export function weeksLater(dates: Dates, at: number, zone: string, weeks: number): number {
  return zoned(dates, at, zone).add({ weeks }).epochMilliseconds;
}

/** A moment as the quarter of an hour that it belongs to: people begin at 15:04 what was set for 15:00. */
export const quarter = (at: number): number => Math.round(at / 900_000) * 900_000;

/** A moment of circle time, which has fractions of a millisecond, in a zone. */
export const zoned = (dates: Dates, at: number, zone: string): Temporal.ZonedDateTime =>
  dates.Instant.fromEpochMilliseconds(Math.round(at)).toZonedDateTimeISO(zone);

export const shown = (date: Temporal.ZonedDateTime): WallClock => ({
  day: date.toPlainDate().toString(),
  time: date.toPlainTime().toString({ smallestUnit: 'minute' }),
});

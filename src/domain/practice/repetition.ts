/** A day of the calendar on the wall, counted from 1 January 1970: "tomorrow" is one more, whatever the hour. */
export type Day = number;

const DAY = 24 * 60 * 60 * 1000;

/** The day that it is where this clock hangs. */
export const localDay = (now: Date): Day =>
  Math.floor(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / DAY);

/** The beginning of a day, for writing its date. */
export const dateOf = (day: Day): Date => {
  const date = new Date(day * DAY);
  return new Date(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate());
};

/** What is known of one exercise that I have done. */
export interface Practised {
  readonly item: string;
  readonly last: Day;
  /** The day on which it comes back, `null` when it need not. */
  readonly back: Day | null;
  /** How often it has come back and gone well since it last did not. */
  readonly passed: number;
}

/** What did not go well comes back after so many days, each time after it went well the time before. */
export const gaps = [1, 3, 7] as const;
const longest = Math.max(...gaps);

/**
 * Whether an exercise is back. A day that no gap can reach was written by a wrong clock; then it is back at once,
 * rather than in some other year.
 */
export const isBack = ({ last, back }: Practised, today: Day): boolean =>
  back !== null && (back <= today || last > today || back - today > longest);

/**
 * What is known after doing an exercise once more. Before it is back, doing it well changes no day; so what two tabs
 * write twice counts once.
 */
export function practised(
  before: Practised | undefined,
  item: string,
  wentWell: boolean,
  today: Day,
): Practised {
  const now = { item, last: today };
  if (!wentWell) return { ...now, back: today + gaps[0], passed: 0 };
  if (!before || before.back === null) return { ...now, back: null, passed: 0 };
  if (!isBack(before, today)) return { ...now, back: before.back, passed: before.passed };
  const passed = before.passed + 1;
  const gap = gaps[passed];
  return gap === undefined
    ? { ...now, back: null, passed: 0 }
    : { ...now, back: today + gap, passed };
}

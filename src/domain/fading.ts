import { dayNumber } from './fade-day.ts';
import type { CircleTime, MemberId, SessionId, TurnId } from './ids.ts';
import type { Turn } from './session.ts';

/** When the notes of a session fade: one row for each member who chose, and one that stands until somebody has. */
export interface FadeDate {
  readonly session: SessionId;
  /** `null`: they are kept. */
  readonly on: CircleTime | null;
  /** `null`: nobody has chosen. */
  readonly by: MemberId | null;
  readonly at: CircleTime;
}

/** The mark of a session whose notes are deleted, for good: its rows are deleted again wherever they turn up. */
export interface FadedMark {
  readonly session: SessionId;
  readonly at: CircleTime;
  /** Who deleted them; `null` when their day had come. */
  readonly by: MemberId | null;
}

export const isFaded = (session: SessionId, marks: readonly FadedMark[]): boolean =>
  marks.some((mark) => mark.session === session);

/**
 * What the circle has chosen for a session. A person's choice stands above the usual one; the latest wins, and of two
 * made at once the one that keeps the notes for longer. No choice brings back what is marked as faded.
 */
export function fadeDateOf(session: SessionId, dates: readonly FadeDate[]): FadeDate | null {
  return (
    dates
      .filter((date) => date.session === session)
      .sort(
        (a, b) =>
          Number(a.by === null) - Number(b.by === null) || b.at - a.at || lasts(b) - lasts(a),
      )[0] ?? null
  );
}

const lasts = ({ on }: FadeDate): number => on ?? Number.MAX_VALUE;

/** When a choice is made that all screens take for the latest, however their clocks stood. */
export const choiceTime = (dates: readonly FadeDate[], now: CircleTime): CircleTime =>
  Math.max(now, ...dates.map(({ at }) => at + 1));

/** `hidden`: the day has come, and nobody has agreed on it yet: the notes are still on the disk. */
export type NotesState = 'kept' | 'fade' | 'hidden' | 'faded';

export function notesState(
  session: SessionId,
  dates: readonly FadeDate[],
  marks: readonly FadedMark[],
  now: CircleTime,
): NotesState {
  if (isFaded(session, marks)) return 'faded';
  const on = fadeDateOf(session, dates)?.on ?? null;
  if (on === null) return 'kept';
  return on <= now ? 'hidden' : 'fade';
}

/** Whether one of these days is the same, give or take one. */
export const sameDay = (day: number, others: readonly number[]): boolean =>
  others.some((other) => Math.abs(other - day) <= 1);

/**
 * Whether notes may be deleted because their day has come. One device with a wrong clock must not delete what others
 * have: so another member here has to see the same date as this device, give or take a day, and nobody here may see
 * one on which the notes would still stand.
 *
 * @param today the day on this device's own clock
 * @param others the days on the clocks of other members who are connected
 */
export function mayFade(
  on: CircleTime,
  now: CircleTime,
  today: number,
  others: readonly number[],
): boolean {
  const hasCome = (day: number): boolean => day >= dayNumber(on) - 1;
  return now >= on && hasCome(today) && others.every(hasCome) && sameDay(today, others);
}

/** The sessions that are marked, and the parts of them: what belongs to one of these is not written again. */
export interface Gone {
  readonly sessions: ReadonlySet<SessionId>;
  readonly turns: ReadonlySet<TurnId>;
}

export function goneOf(marks: readonly FadedMark[], turns: readonly Turn[]): Gone {
  const sessions = new Set(marks.map(({ session }) => session));
  return {
    sessions,
    turns: new Set(turns.filter((turn) => sessions.has(turn.session)).map(({ id }) => id)),
  };
}

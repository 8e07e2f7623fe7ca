import type { NextMeeting, Session } from '../../domain/session.ts';
import { quarter, weeksLater } from './wall-clock.ts';

/** A date that is this near to the beginning of a session is when the session was meant to be, ms. */
const NEAR = 6 * 60 * 60_000;
/** A session longer ago, or that far ahead, was told by a wrong clock or is no guide any more, ms. */
const FAR = 366 * 86_400_000;
const WEEK = 7 * 86_400_000;

/** A date in the zone in which it was set. */
export interface InZone {
  readonly at: number;
  readonly zone: string;
}

interface Met {
  /** The session that is on, or the last one. */
  readonly last: Session | null;
  readonly next: NextMeeting | null;
  readonly now: number;
  /** This device's zone. */
  readonly here: string;
}

/**
 * The same time some weeks after the last session: after the time that it was set for, in the zone in which that was
 * set, where it is known. `null` before the first session.
 */
export function weeksAfter(dates: typeof Temporal, met: Met, weeks: number): InZone | null {
  const { last, next, now, here } = met;
  if (!last || Math.abs(last.startedAt - now) > FAR) return null;
  const { at: from, zone } =
    next && Math.abs(next.at - last.startedAt) < NEAR
      ? next
      : { at: quarter(last.startedAt), zone: here };
  const steps = Math.max(1, Math.ceil((now - from) / (weeks * WEEK)));
  const at = weeksLater(dates, from, zone, steps * weeks);
  return { at: at > now ? at : weeksLater(dates, from, zone, (steps + 1) * weeks), zone };
}

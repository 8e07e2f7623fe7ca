import type { Member } from './member.ts';
import type { Norm, Ratification } from './norm.ts';
import { REVIEW, type Session } from './session.ts';

/** Sessions before the first look at the norms, and between two of them. */
const FIRST = 3;
const EVERY = 4;

/** Why it is time to look at the norms. */
export type ReviewReason = 'sessions' | 'members';

/**
 * Norms are looked at after the third session, then after every fourth, and when somebody has come or gone since they
 * were agreed or looked at.
 * @param past sessions that took place, the last first
 */
export function reviewDue(
  past: readonly Session[],
  norms: readonly Norm[],
  ratifications: readonly Ratification[],
  members: readonly Member[],
): ReviewReason | null {
  if (norms.length === 0) return null;
  if (sessionsToReview(past) <= 0) return 'sessions';
  const last = past.findIndex(({ format }) => format === REVIEW);
  const agreedAt = past[last]?.startedAt ?? firstOf(ratifications);
  const hasChanged = members.some(
    ({ joinedAt, leftAt }) => joinedAt > agreedAt || (leftAt ?? -Infinity) > agreedAt,
  );
  return hasChanged ? 'members' : null;
}

/** How many sessions lie before the next look, where nobody comes or goes. */
export function sessionsToReview(past: readonly Session[]): number {
  const last = past.findIndex(({ format }) => format === REVIEW);
  return Math.max(0, last < 0 ? FIRST - past.length : EVERY - last);
}

const firstOf = (ratifications: readonly Ratification[]): number =>
  Math.min(...ratifications.map(({ at }) => at));

import type { Member } from './member.ts';
import type { Norm, Ratification } from './norm.ts';
import type { Session } from './session.ts';

/** The format in which a circle looks at its norms. */
export const REVIEW = 'review30';

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

/** A norm on trial that has been tried for as many sessions as was agreed. */
export const isTrialOver = (
  { status, trialSessions, decidedAt }: Norm,
  past: readonly Session[],
): boolean =>
  status === 'trial' &&
  past.filter(({ startedAt }) => startedAt > (decidedAt ?? 0)).length >= trialSessions;

/** One thing that happened to a norm, for the story of how the set came to be. */
export interface Change {
  readonly norm: Norm;
  /** What it took the place of. */
  readonly before: Norm | null;
  readonly what: 'agreed' | 'reworded' | 'on-trial' | 'let-go';
  readonly at: number;
}

/** What happened to the norms, the last first. Proposals that came to nothing are no part of it. */
export function historyOf(norms: readonly Norm[]): Change[] {
  const kept = norms.filter((norm) => cameAt(norm) !== null);
  const byId = new Map(kept.map((norm) => [norm.id, norm]));
  const came = kept.map((norm): Change => {
    const before = byId.get(norm.amends ?? '') ?? null;
    const isReworded = before !== null && before.text !== norm.text;
    const what = norm.trialSessions > 0 ? 'on-trial' : isReworded ? 'reworded' : 'agreed';
    return { norm, before, what, at: cameAt(norm) ?? 0 };
  });
  const went = kept.flatMap((norm): Change[] => {
    const { id, retiredAt } = norm;
    const wasReplaced = kept.some(({ amends }) => amends === id);
    if (retiredAt === null || wasReplaced) return [];
    return [{ norm, before: null, what: 'let-go', at: retiredAt }];
  });
  return [...came, ...went].toSorted((a, b) => b.at - a.at);
}

/** When a norm came into force; older versions did not keep it. */
const cameAt = ({ status, decidedAt, proposedAt }: Norm): number | null =>
  decidedAt ?? (status === 'adopted' || status === 'trial' ? proposedAt : null);

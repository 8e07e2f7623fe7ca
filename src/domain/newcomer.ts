import type { Member } from './member.ts';
import type { MemberId } from './ids.ts';
import type { Ratification } from './norm.ts';

/**
 * Who has yet to say "I'm in": everyone, with exactly these norms, and again after somebody has joined, so that a
 * newcomer and the circle say it to each other.
 */
export function notYetIn(
  members: readonly Member[],
  ratifications: readonly Ratification[],
  set: string,
): MemberId[] {
  const lastJoined = Math.max(...members.map(({ joinedAt }) => joinedAt));
  const saidAt = new Map(
    ratifications.filter((each) => each.set === set).map(({ member, at }) => [member, at]),
  );
  return members.filter(({ id }) => (saidAt.get(id) ?? -Infinity) < lastJoined).map(({ id }) => id);
}

/** The member who came last, where the circle had norms before they came. */
export function newcomerAmong(
  members: readonly Member[],
  ratifications: readonly Ratification[],
): Member | null {
  const last = members.toSorted((a, b) => b.joinedAt - a.joinedAt)[0] ?? null;
  const before = ratifications.some(
    ({ member, at }) => last !== null && member !== last.id && at < last.joinedAt,
  );
  return before ? last : null;
}

import type { CircleTime, MemberId, NormId, SessionId } from './ids.ts';

/** The norm that one session pays most attention to. */
export interface Focus {
  readonly session: SessionId;
  readonly norm: NormId;
  /** Whose turn it was to pick, whoever tapped for them. */
  readonly member: MemberId;
  readonly at: CircleTime;
}

/**
 * Who picks the norm of a session: of those who are here whoever has not had the turn for longest, and before them
 * those who never had it. Among equals the first in the order of seats, so that all screens name the same one.
 */
export function pickerOf(
  here: readonly MemberId[],
  focuses: readonly Focus[],
  session: SessionId,
): MemberId | null {
  const last = (member: MemberId): number =>
    Math.max(
      ...focuses.flatMap((focus) =>
        focus.member === member && focus.session !== session ? focus.at : [],
      ),
    );
  return here.toSorted((a, b) => compare(last(a), last(b)))[0] ?? null;
}

/** Two who never had the turn are equal; the difference of two infinities is no number. */
const compare = (a: number, b: number): number => (a === b ? 0 : a - b);

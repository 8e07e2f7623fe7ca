import type { CircleTime, CommitmentId, MemberId, SessionId } from './ids.ts';

/** What a presenter will do before the next session. */
export interface Commitment {
  readonly id: CommitmentId;
  readonly session: SessionId;
  readonly owner: MemberId;
  /** Any member may type it while the presenter speaks. */
  readonly typedBy: MemberId;
  readonly text: string;
  /** Calendar day, `2026-12-03`, or empty. */
  readonly by: string;
  readonly firstStep: string;
  readonly tell: string;
  /** 1 to 10, or `null` when nobody asked. */
  readonly confidence: number | null;
  readonly madeAt: CircleTime;
  readonly changedAt: CircleTime | null;
}

export const outcomes = ['did', 'partly', 'not-yet', 'changed', 'let-go'] as const;
export type Outcome = (typeof outcomes)[number];

/** What came of a commitment, told in a later session. */
export interface ReportBack {
  readonly commitment: CommitmentId;
  readonly session: SessionId;
  readonly outcome: Outcome;
  readonly learned: string;
  readonly at: CircleTime;
}

/** An action that was partly done or not yet stays the owner's; the other outcomes end it. */
const endsIt = (outcome: Outcome): boolean => outcome !== 'partly' && outcome !== 'not-yet';

const byMaking = (a: Commitment, b: Commitment): number =>
  a.madeAt - b.madeAt || (a.id < b.id ? -1 : 1);

/** The commitments that nobody has yet reported an end of, the oldest first. */
export function openCommitments(
  commitments: readonly Commitment[],
  reports: readonly ReportBack[],
): Commitment[] {
  const ended = new Set(reports.filter((r) => endsIt(r.outcome)).map((r) => r.commitment));
  return commitments.filter(({ id }) => !ended.has(id)).sort(byMaking);
}

/** What a session begins with: all that was open when it began, whether or not it has been told by now. */
export function dueAt(
  session: SessionId,
  commitments: readonly Commitment[],
  reports: readonly ReportBack[],
): Commitment[] {
  const elsewhere = reports.filter((report) => report.session !== session);
  return openCommitments(commitments, elsewhere).filter(
    (commitment) => commitment.session !== session,
  );
}

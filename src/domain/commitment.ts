import type { CircleTime, CommitmentId, MemberId, SessionId } from './ids.ts';

/** What sort of action it is, where somebody has said so. */
export const commitmentKinds = ['do', 'ask', 'notice', 'stop', 'decide', 'rest'] as const;
export type CommitmentKind = (typeof commitmentKinds)[number];

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
  readonly kind: CommitmentKind | null;
  /** The moment that it hangs on: "when I open the planning". */
  readonly cue: string;
  readonly obstacle: string;
  /** What the owner does when the obstacle comes. */
  readonly plan: string;
  /** How the owner will know that it is done. */
  readonly done: string;
  /** The question that the owner wants to hear at the report-back. */
  readonly askMe: string;
  /** Its words stay on one device of its owner; here there is only that it exists. */
  readonly isPrivate: boolean;
  /** The action that this one takes the place of. */
  readonly follows: CommitmentId | null;
  readonly madeAt: CircleTime;
  readonly changedAt: CircleTime | null;
}

/** What somebody says an action to be. */
export type CommitmentWords = Pick<
  Commitment,
  | 'text'
  | 'by'
  | 'firstStep'
  | 'tell'
  | 'confidence'
  | 'kind'
  | 'cue'
  | 'obstacle'
  | 'plan'
  | 'done'
  | 'askMe'
>;

export const outcomes = ['did', 'partly', 'not-yet', 'changed', 'let-go'] as const;
export type Outcome = (typeof outcomes)[number];

/** What happens with an action once it has been told of. */
export const nextSteps = ['nothing', 'same', 'smaller', 'new'] as const;
export type NextStep = (typeof nextSteps)[number];

/** What came of a commitment, told in a later session. */
export interface ReportBack {
  readonly commitment: CommitmentId;
  readonly session: SessionId;
  readonly outcome: Outcome;
  readonly learned: string;
  readonly next: NextStep | null;
  /** Who has tapped it; `null` where an older version wrote it. */
  readonly by: MemberId | null;
  readonly at: CircleTime;
}

/**
 * An action that was partly done or not yet stays the owner's, unless they leave it at that; the other outcomes end
 * it, unless they go on with the same. One that becomes smaller, or another, ends when that other one is there.
 */
const endsIt = ({ outcome, next }: ReportBack): boolean =>
  next === 'nothing' || (next !== 'same' && outcome !== 'partly' && outcome !== 'not-yet');

const byMaking = (a: Commitment, b: Commitment): number =>
  a.madeAt - b.madeAt || (a.id < b.id ? -1 : 1);

/** The commitments that nobody has yet reported an end of, nor put another in the place of, the oldest first. */
export function openCommitments(
  commitments: readonly Commitment[],
  reports: readonly ReportBack[],
): Commitment[] {
  const ended = new Set([
    ...reports.filter(endsIt).map((report) => report.commitment),
    ...commitments.map(({ follows, id }) => (follows === id ? null : follows)),
  ]);
  return commitments.filter(({ id }) => !ended.has(id)).sort(byMaking);
}

/** What a session begins with: all that was open when it began, whether or not it has been told by now. */
export function dueAt(
  session: SessionId,
  commitments: readonly Commitment[],
  reports: readonly ReportBack[],
): Commitment[] {
  return openCommitments(
    commitments.filter((commitment) => commitment.session !== session),
    reports.filter((report) => report.session !== session),
  );
}

import type { Commitment, ReportBack } from '../domain/commitment.ts';
import { commitmentKinds, nextSteps, outcomes } from '../domain/commitment.ts';
import { isInCalendar } from '../domain/day.ts';
import type { CommitmentId } from '../domain/ids.ts';
import type { CircleDocument } from './circle-document.ts';
import { id, maybeId, maybeTime, parser, someText, time, words, type Parse } from './parse.ts';
import * as v from './shapes.ts';
import { records, values } from './table.ts';

/** `2026-05-01`, or empty. */
const DAY = /^(?:\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))?$/;
const day = v.pipe(
  v.string(),
  v.check((value) => DAY.test(value)),
  // A 31 February of somebody's takes the day away, and not their words.
  v.transform((value) => (isInCalendar(value) ? value : '')),
);

export const parseCommitment: Parse<Commitment> = parser(
  v.object({
    id,
    session: id,
    owner: id,
    typedBy: id,
    text: someText,
    by: v.optional(day, ''),
    firstStep: words,
    tell: words,
    confidence: v.optional(v.nullable(v.pipe(v.number(), v.minValue(1), v.maxValue(10))), null),
    kind: v.fallback(v.picklist(commitmentKinds), null),
    cue: words,
    obstacle: words,
    plan: words,
    done: words,
    askMe: words,
    isPrivate: v.optional(v.boolean(), false),
    follows: maybeId,
    madeAt: time,
    changedAt: maybeTime,
  }),
);

export const parseReportBack: Parse<ReportBack> = parser(
  v.object({
    commitment: id,
    session: id,
    outcome: v.picklist(outcomes),
    learned: words,
    next: v.fallback(v.picklist(nextSteps), null),
    by: maybeId,
    at: time,
  }),
);

export const commitmentsIn = records('commitments', parseCommitment);
export const reportBacksIn = values('reportBacks', parseReportBack, (row) => [
  row.session,
  row.commitment,
]);

export function commit(circle: CircleDocument, commitment: Commitment): void {
  circle.write(() => commitmentsIn(circle).put(commitment));
}

export function changeCommitment(
  circle: CircleDocument,
  id: CommitmentId,
  fields: Partial<Omit<Commitment, 'id'>>,
): void {
  circle.write(() => commitmentsIn(circle).patch(id, fields));
}

export function takeBackCommitment(circle: CircleDocument, id: CommitmentId): void {
  circle.write(() => commitmentsIn(circle).remove(id));
}

export function reportBack(circle: CircleDocument, report: ReportBack): void {
  circle.write(() => reportBacksIn(circle).put(report));
}

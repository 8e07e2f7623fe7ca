import type { Commitment, ReportBack } from './commitment.ts';
import type { CommitmentId } from './ids.ts';

/** What has been told of an action, the oldest first: the same order on every device. */
export const toldOf = (id: CommitmentId, reports: readonly ReportBack[]): ReportBack[] =>
  reports
    .filter(({ commitment }) => commitment === id)
    .sort((a, b) => a.at - b.at || (a.session < b.session ? -1 : 1));

/** Whether the last two things told of an action were "not yet": then its owner is asked what it needs. */
export function isTwiceNotYet(id: CommitmentId, reports: readonly ReportBack[]): boolean {
  const last = toldOf(id, reports).slice(-2);
  return last.length === 2 && last.every(({ outcome }) => outcome === 'not-yet');
}

/** Somebody has given an action other words after it was told of. */
export const isReworded = (
  { changedAt }: Pick<Commitment, 'changedAt'>,
  report: ReportBack | null,
): boolean => report !== null && changedAt !== null && changedAt > report.at;

/** Actions with a day first, the nearest first; then those without one, in the order they came in. */
export function soonestFirst<Row extends { readonly by: string }>(rows: readonly Row[]): Row[] {
  const dated = rows.filter(({ by }) => by !== '');
  return [
    ...dated.sort((a, b) => (a.by < b.by ? -1 : Number(a.by > b.by))),
    ...rows.filter(({ by }) => by === ''),
  ];
}

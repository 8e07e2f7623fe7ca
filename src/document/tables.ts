import type { CircleDocument } from './circle-document.ts';

/** Every kind of record that a circle shares, by the names that files use. A later version may add some. */
export const tablesOf = (circle: CircleDocument) => ({
  members: circle.members,
  sittings: circle.sittings,
  norms: circle.norms,
  ballots: circle.ballots,
  ratifications: circle.ratifications,
  sessions: circle.sessions,
  turns: circle.turns,
  attendance: circle.attendance,
  questions: circle.questions,
  passes: circle.passes,
  learnings: circle.learnings,
  commitments: circle.commitments,
  reportBacks: circle.reportBacks,
  fadeDates: circle.fadeDates,
  fadedMarks: circle.fadedMarks,
});

export type TableName = keyof ReturnType<typeof tablesOf>;

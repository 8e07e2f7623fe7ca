import type { Commitment, ReportBack } from './commitment.ts';
import type { MemberId } from './ids.ts';
import type { Learning } from './learning.ts';
import type { Question } from './question.ts';
import type { Session, Turn } from './session.ts';

/** What of a session is mine. */
export interface Recap {
  /** Whether I brought something. */
  readonly presented: boolean;
  readonly challenge: string;
  readonly focus: string;
  readonly learnings: readonly string[];
  /** What I took on then, with its day, `2026-12-03` or empty. */
  readonly actions: readonly { readonly text: string; readonly by: string }[];
  /** What I said then of an earlier action. */
  readonly told: readonly { readonly text: string; readonly learned: string }[];
  /** What I was asked, in the order in which it was asked; nothing says by whom. */
  readonly questions: readonly { readonly text: string; readonly opened: boolean }[];
  /** Questions that were spoken, and of which no words are here. */
  readonly spoken: number;
}

export interface RecapSources {
  readonly me: MemberId;
  readonly session: Session;
  readonly turns: readonly Turn[];
  readonly questions: readonly Question[];
  readonly learnings: readonly Learning[];
  readonly commitments: readonly Commitment[];
  readonly reports: readonly ReportBack[];
  /** Ids of questions that I marked as ones that opened something. */
  readonly opened: readonly string[];
  /** Whether the notes are still to be seen: what has faded, or is due to, is gone for the recap too. */
  readonly hasNotes: boolean;
}

/** My recap of one session, made of what is here now. */
export function recapOf(from: RecapSources): Recap {
  const { me, session, hasNotes } = from;
  const mine = from.turns.filter((turn) => turn.session === session.id && turn.presenter === me);
  const ids = new Set(mine.map(({ id }) => id));
  const asked = from.questions
    .filter(({ turn, takenBack }) => hasNotes && ids.has(turn) && !takenBack)
    .toSorted((a, b) => a.askedAt - b.askedAt || (a.id < b.id ? -1 : 1));
  const words = (of: (turn: Turn) => string): string =>
    hasNotes
      ? mine
          .map(of)
          .filter((text) => text !== '')
          .join(' · ')
      : '';
  return {
    presented: mine.length > 0,
    challenge: words(({ challenge }) => challenge),
    focus: words(({ focus }) => focus),
    learnings: from.learnings
      .filter((one) => one.session === session.id && one.member === me && (hasNotes || one.kept))
      .map(({ text }) => text),
    actions: from.commitments
      .filter((one) => one.session === session.id && one.owner === me && one.text !== '')
      .toSorted((a, b) => a.madeAt - b.madeAt)
      .map(({ text, by }) => ({ text, by })),
    told: from.reports
      .filter((report) => report.session === session.id && report.learned !== '')
      .flatMap(({ commitment, learned }) => {
        const about = from.commitments.find(({ id }) => id === commitment);
        return about?.owner === me ? [{ text: about.text, learned }] : [];
      }),
    questions: asked
      .filter(({ text }) => text !== '')
      .map(({ id, text }) => ({ text, opened: from.opened.includes(id) })),
    spoken: asked.filter(({ text }) => text === '').length,
  };
}

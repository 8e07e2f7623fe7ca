import type { Commitment, ReportBack } from './commitment.ts';
import type { CircleTime, MemberId } from './ids.ts';
import type { Learning } from './learning.ts';
import { inForce, type Norm } from './norm.ts';
import type { Question } from './question.ts';
import type { Session, Turn } from './session.ts';

/** What a person takes along from a cycle: their own, the norms, and the questions that they were asked. */
export interface CycleBook {
  /** The days of the first and the last session; `null` where none took place. */
  readonly from: CircleTime | null;
  readonly to: CircleTime | null;
  readonly learnings: readonly string[];
  readonly norms: readonly string[];
  /** Those that opened something first; nothing says who asked. */
  readonly questions: readonly string[];
  readonly actions: readonly {
    readonly text: string;
    readonly learned: readonly string[];
  }[];
}

export interface BookSources {
  readonly me: MemberId;
  readonly sessions: readonly Session[];
  readonly turns: readonly Turn[];
  readonly questions: readonly Question[];
  readonly learnings: readonly Learning[];
  readonly norms: readonly Norm[];
  readonly commitments: readonly Commitment[];
  readonly reports: readonly ReportBack[];
  /** Whether I marked a question as one that opened something. */
  readonly hasOpened: (question: string) => boolean;
}

export function cycleBook(from: BookSources): CycleBook {
  const times = from.sessions.map(({ startedAt }) => startedAt);
  const myTurns = new Set(
    from.turns.filter(({ presenter }) => presenter === from.me).map(({ id }) => id),
  );
  const asked = from.questions
    .filter(({ turn, text, takenBack }) => myTurns.has(turn) && text !== '' && !takenBack)
    .sort(
      (a, b) =>
        Number(from.hasOpened(b.id)) - Number(from.hasOpened(a.id)) || a.askedAt - b.askedAt,
    );
  return {
    from: times.length > 0 ? Math.min(...times) : null,
    to: times.length > 0 ? Math.max(...times) : null,
    learnings: from.learnings
      .filter(({ member }) => member === from.me)
      .sort((a, b) => a.at - b.at)
      .map(({ text }) => text),
    norms: inForce(from.norms).map(({ text }) => text),
    questions: asked.map(({ text }) => text),
    actions: from.commitments
      .filter(({ owner }) => owner === from.me)
      .sort((a, b) => a.madeAt - b.madeAt)
      .map(({ id, text }) => ({
        text,
        learned: from.reports
          .filter(({ commitment, learned }) => commitment === id && learned !== '')
          .sort((a, b) => a.at - b.at)
          .map(({ learned }) => learned),
      })),
  };
}

/** One part of a book on paper or in a file: a heading, and what stands below it. */
export interface BookPart {
  readonly heading: string;
  readonly lines: readonly { readonly text: string; readonly below: readonly string[] }[];
}

/** The book as Markdown. What people wrote stays what it is: no line of theirs becomes a heading or a list. */
export function asMarkdown(title: string, about: string, parts: readonly BookPart[]): string {
  const said = parts
    .filter(({ lines }) => lines.length > 0)
    .map(({ heading, lines }) =>
      [
        `## ${plain(heading)}`,
        lines
          .map(({ text, below }) =>
            [`- ${plain(text)}`, ...below.map((line) => `  - ${plain(line)}`)].join('\n'),
          )
          .join('\n'),
      ].join('\n\n'),
    );
  return `${[`# ${plain(title)}`, plain(about), ...said].filter((part) => part !== '').join('\n\n')}\n`;
}

const plain = (text: string): string =>
  text
    .trim()
    .replaceAll(/\s*\n\s*/g, ' ')
    .replaceAll(/([\\`*_[\]<>#|])/g, '\\$1');

import type { Pass, Question } from './question.ts';
import type { SessionId } from './ids.ts';
import type { Turn } from './session.ts';

/** One place in a round: a question, or a turn that went by; and whether it was somebody's first. */
export interface RoundDot {
  readonly asked: boolean;
  readonly isFirst: boolean;
}

/**
 * The rounds of a session as dots, in the order in which they were taken, with nobody's name: for each presenter's
 * part its rounds. A question that was taken back is none.
 */
export function roundsOf(
  session: SessionId,
  turns: readonly Turn[],
  questions: readonly Question[],
  passes: readonly Pass[],
): RoundDot[][][] {
  return turns
    .filter((turn) => turn.session === session)
    .toSorted((a, b) => a.index - b.index)
    .map((turn) => {
      const taken = [
        ...questions
          .filter((question) => question.turn === turn.id && !question.takenBack)
          .map(({ author, round, askedAt }) => ({ who: author, round, at: askedAt, asked: true })),
        ...passes
          .filter((pass) => pass.turn === turn.id)
          .map(({ member, round, at }) => ({ who: member, round, at, asked: false })),
      ].sort((a, b) => a.round - b.round || a.at - b.at || (a.who < b.who ? -1 : 1));
      const heard = new Set<string>();
      const rounds = new Map<number, RoundDot[]>();
      for (const { who, round, asked } of taken) {
        const isFirst = asked && !heard.has(who);
        if (asked) heard.add(who);
        rounds.set(round, [...(rounds.get(round) ?? []), { asked, isFirst }]);
      }
      return [...rounds.values()];
    })
    .filter((rounds) => rounds.length > 0);
}

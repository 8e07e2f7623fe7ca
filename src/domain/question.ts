import type { CircleTime, MemberId, QuestionId, TurnId } from './ids.ts';
import type { Attendance } from './session.ts';

/** A question that a coach asked, by voice alone or with its words on the screen. */
export interface Question {
  readonly id: QuestionId;
  readonly turn: TurnId;
  readonly round: number;
  readonly author: MemberId;
  /** Empty when it was only spoken. */
  readonly text: string;
  readonly askedAt: CircleTime;
  readonly changedAt: CircleTime | null;
  readonly takenBack: boolean;
}

/** A turn in a round that went by without a question. */
export interface Pass {
  readonly turn: TurnId;
  readonly round: number;
  readonly member: MemberId;
  /** Who tapped: the member, or anyone for somebody who is away. */
  readonly by: MemberId;
  readonly at: CircleTime;
}

/** Who asks now and who comes after. */
export interface Round {
  readonly number: number;
  readonly asking: MemberId | null;
  /** From the one who asks on, each once: this round's rest, then the next round. */
  readonly order: readonly MemberId[];
}

/**
 * Works out the round from what was asked and passed, so that every screen agrees whatever arrived first. A question
 * taken back counts as a turn only once somebody has asked after it. Who comes late joins the round that is on, at its
 * end; who has missed rounds catches up with one turn.
 */
export function roundOf(
  attendance: readonly Attendance[],
  presenter: MemberId | null,
  questions: readonly Question[],
  passes: readonly Pass[],
): Round {
  const taken = turnsTaken(questions, passes);
  const waiting = attendance
    .filter(({ member }) => member !== presenter)
    .map((coach) => lastTurnOf(coach, taken))
    .sort((a, b) => a.round - b.round || a.at - b.at || (a.member < b.member ? -1 : 1));
  const [first] = waiting;
  if (!first) return { number: 0, asking: null, order: [] };

  const latest = Math.max(0, ...waiting.map(({ round }) => round));
  return {
    number: first.round < latest ? latest : latest + 1,
    asking: first.member,
    order: waiting.map(({ member }) => member),
  };
}

/** The round before the first, in which nobody has had a turn. */
const BEFORE_ALL = -1;

interface TurnTaken {
  readonly member: MemberId;
  readonly round: number;
  readonly at: CircleTime;
}

function turnsTaken(questions: readonly Question[], passes: readonly Pass[]): TurnTaken[] {
  const standing = questions.filter((question) => !question.takenBack);
  const lastAct = Math.max(...standing.map((q) => q.askedAt), ...passes.map((p) => p.at));
  return [
    ...questions
      .filter((question) => !question.takenBack || question.askedAt < lastAct)
      .map(({ author, round, askedAt }) => ({ member: author, round, at: askedAt })),
    ...passes.map(({ member, round, at }) => ({ member, round, at })),
  ];
}

/** A coach's last turn. Who came late stands as if their last had been in the round before the one that was on. */
function lastTurnOf({ member, at }: Attendance, taken: readonly TurnTaken[]): TurnTaken {
  const before = taken.filter((turn) => turn.at < at).map(({ round }) => round - 1);
  const onComing = { member, round: Math.max(BEFORE_ALL, ...before), at };
  return taken
    .filter((turn) => turn.member === member)
    .reduce((last, turn) => (isLater(turn, last) ? turn : last), onComing);
}

const isLater = (a: TurnTaken, b: TurnTaken): boolean =>
  a.round > b.round || (a.round === b.round && a.at > b.at);

/** How long one open question takes, with its answer and the silence after it, as a rule of thumb, ms. */
const A_QUESTION = 2.5 * 60_000;
/** What was quicker than that was a tap too many, ms. */
const QUICKEST = 60_000;

/**
 * How long a question takes here, ms: the median of what was. The rule of thumb counts as two of them, so that the
 * first ones do not make it jump.
 * @param questions in the order of asking
 */
export function paceOf(questions: readonly Question[]): number {
  const asked = questions.filter(({ takenBack }) => !takenBack).map(({ askedAt }) => askedAt);
  const took = asked.slice(1).map((at, i) => at - (asked[i] ?? at));
  const all = [A_QUESTION, A_QUESTION, ...took].sort((a, b) => a - b);
  return Math.max(QUICKEST, all[all.length >> 1] ?? A_QUESTION);
}

/** "About five questions left": a whole number, of the group and of nobody in it. */
export const questionsLeft = (msLeft: number, pace = A_QUESTION): number =>
  Math.max(0, Math.round(msLeft / pace));

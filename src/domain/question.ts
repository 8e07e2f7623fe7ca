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

/** Coaches in the order in which they came, so that somebody who comes late joins at the end. */
export function askingOrder(
  attendance: readonly Attendance[],
  presenter: MemberId | null,
): MemberId[] {
  return [...attendance]
    .sort((a, b) => a.at - b.at || (a.member < b.member ? -1 : 1))
    .map(({ member }) => member)
    .filter((member) => member !== presenter);
}

/**
 * Works out the round from what was asked and passed, so that every screen agrees whatever arrived first. A question
 * taken back counts as a turn only once somebody has asked after it. Who comes late joins the round that is on.
 */
export function roundOf(
  attendance: readonly Attendance[],
  presenter: MemberId | null,
  questions: readonly Question[],
  passes: readonly Pass[],
): Round {
  const order = askingOrder(attendance, presenter);
  if (order.length === 0) return { number: 0, asking: null, order: [] };

  const lastAct = Math.max(
    0,
    ...questions.filter((q) => !q.takenBack).map((q) => q.askedAt),
    ...passes.map((p) => p.at),
  );
  const done = new Set([
    ...questions
      .filter((q) => !q.takenBack || q.askedAt < lastAct)
      .map((q) => `${q.round}:${q.author}`),
    ...passes.map((p) => `${p.round}:${p.member}`),
  ]);
  const cameLate = lateness(attendance, questions, passes);
  const isDue = (round: number, member: MemberId): boolean =>
    !done.has(`${round}:${member}`) && round >= (cameLate.get(member) ?? 0);

  for (let number = 0; ; number += 1) {
    const due = order.filter((member) => isDue(number, member));
    const asking = due[0];
    if (asking === undefined) continue;
    return { number, asking, order: [...due, ...order.filter((member) => !due.includes(member))] };
  }
}

/** The first round each member takes part in: the one that was on when they came. */
function lateness(
  attendance: readonly Attendance[],
  questions: readonly Question[],
  passes: readonly Pass[],
): Map<MemberId, number> {
  const acts = [
    ...questions.map((q) => ({ round: q.round, at: q.askedAt })),
    ...passes.map((p) => ({ round: p.round, at: p.at })),
  ];
  return new Map(
    attendance.map(({ member, at }) => [
      member,
      Math.max(0, ...acts.filter((act) => act.at < at).map((act) => act.round)),
    ]),
  );
}

/** Minutes that one open question takes, with its answer and the silence after it. */
const MINUTES_A_QUESTION = 2.5;

/** "About five questions left": a whole number that changes only as time passes, never with who is faster. */
export const questionsLeft = (msLeft: number): number =>
  Math.max(0, Math.round(msLeft / 60_000 / MINUTES_A_QUESTION));

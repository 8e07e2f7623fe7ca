import type { CircleTime, MemberId, SessionId } from './ids.ts';

/** How a circle can go on when a cycle is over. */
export const ways = ['on', 'change', 'close'] as const;
export type Way = (typeof ways)[number];

/** What stays on a device of a circle that has ended. */
export const keepings = ['norms', 'commitments', 'nothing'] as const;
export type Keeping = (typeof keepings)[number];

/** What somebody has put to the circle at the end of a cycle: one way for all, in the words of the table. */
export interface Choice {
  readonly id: string;
  readonly session: SessionId;
  readonly way: Way;
  /** What changes, or anything that belongs to it. */
  readonly words: string;
  /** For how many sessions it goes on. */
  readonly sessions: number;
  /** What stays on the devices where it closes. */
  readonly keeps: Keeping;
  readonly by: MemberId;
  readonly at: CircleTime;
}

/** What one member says to one choice. */
export interface ChoiceAnswer {
  readonly choice: string;
  readonly session: SessionId;
  readonly member: MemberId;
  readonly says: 'yes' | 'objection';
  /** Why not, and what would make it possible. */
  readonly words: string;
  readonly at: CircleTime;
}

/** What the circle has decided in a session. It says all by itself, whatever becomes of the choice. */
export interface Decision {
  readonly session: SessionId;
  readonly choice: string;
  readonly way: Way;
  readonly words: string;
  readonly sessions: number;
  readonly keeps: Keeping;
  readonly by: MemberId;
  readonly at: CircleTime;
}

/** The choice that lies on the table: the latest, and of two at one moment the same on every screen. */
export const onTheTable = (choices: readonly Choice[], session: SessionId): Choice | null =>
  choices
    .filter((choice) => choice.session === session)
    .sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1))[0] ?? null;

/** Where consent to a choice stands. Who is not here is not asked, and holds nothing up. */
export interface Consent {
  readonly yes: readonly MemberId[];
  readonly objections: readonly ChoiceAnswer[];
  /** Who is here and has said nothing yet. */
  readonly open: readonly MemberId[];
  readonly isGiven: boolean;
}

/** @param here the members who take part in the session */
export function consentTo(
  choice: string,
  answers: readonly ChoiceAnswer[],
  here: readonly MemberId[],
): Consent {
  const said = new Map(
    answers
      .filter((answer) => answer.choice === choice && here.includes(answer.member))
      .map((answer) => [answer.member, answer]),
  );
  const objections = [...said.values()].filter(({ says }) => says === 'objection');
  const yes = here.filter((member) => said.get(member)?.says === 'yes');
  const open = here.filter((member) => !said.has(member));
  return { yes, objections, open, isGiven: here.length > 0 && yes.length === here.length };
}

/** What was decided last, the same on every device. */
export const lastDecision = (decisions: readonly Decision[]): Decision | null =>
  decisions.toSorted((a, b) => b.at - a.at || (a.session < b.session ? -1 : 1))[0] ?? null;

/** The decision by which the circle has ended, until it decides anew. */
export function endingOf(decisions: readonly Decision[]): Decision | null {
  const last = lastDecision(decisions);
  return last?.way === 'close' ? last : null;
}

/** As many sessions as one cycle may have. */
export const MOST_SESSIONS = 52;

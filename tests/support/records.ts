import type { Choice, ChoiceAnswer, Decision } from '../../src/domain/choice.ts';
import type { Commitment, ReportBack } from '../../src/domain/commitment.ts';
import type { PlannedPhase } from '../../src/domain/format.ts';
import type { Member } from '../../src/domain/member.ts';
import type { Ballot, Norm } from '../../src/domain/norm.ts';
import type { Pass, Question } from '../../src/domain/question.ts';
import type { Attendance, Session, Turn } from '../../src/domain/session.ts';
import type { Swap } from '../../src/domain/whose-turn.ts';
import { startClock } from '../../src/domain/session-clock.ts';

/** Records with everything in its usual state; a test names only what it is about. */

export const shortPlan: readonly PlannedPhase[] = [
  { phase: 'arrive', minutes: 4 },
  { phase: 'contract', minutes: 4 },
  { phase: 'explore', minutes: 17 },
  { phase: 'learn', minutes: 6 },
  { phase: 'commit', minutes: 4 },
  { phase: 'close', minutes: 3 },
];

export const member = (id: string, fields: Partial<Member> = {}): Member => ({
  id,
  name: id,
  joinedAt: 0,
  colour: 1,
  leftAt: null,
  ...fields,
});

export const norm = (id: string, fields: Partial<Norm> = {}): Norm => ({
  id,
  text: `We keep ${id}.`,
  why: '',
  looksLike: '',
  slipLine: '',
  group: 'CO',
  template: null,
  amends: null,
  proposedBy: 'ana',
  proposedAt: 0,
  status: 'adopted',
  trialSessions: 0,
  sameAs: null,
  retires: false,
  asksEveryone: false,
  decidedAt: null,
  retiredAt: null,
  ...fields,
});

export const ballot = (norm: string, member: string, stance: Ballot['stance']): Ballot => ({
  norm,
  member,
  stance,
  reason: '',
  at: 0,
});

export const session = (id: string, fields: Partial<Session> = {}): Session => ({
  id,
  format: 'seed60',
  plan: shortPlan,
  startedAt: 0,
  startedBy: 'ana',
  steward: 'ben',
  observer: null,
  host: null,
  backup: null,
  clock: startClock(shortPlan, 0),
  changed: null,
  steeredBy: null,
  pausedBy: null,
  revealedAt: null,
  closedAt: null,
  ...fields,
});

export const turn = (id: string, fields: Partial<Turn> = {}): Turn => ({
  id,
  session: 's1',
  index: 0,
  presenter: 'ana',
  challenge: '',
  focus: '',
  ideas: null,
  ...fields,
});

export const swap = (id: string, fields: Partial<Swap> = {}): Swap => ({
  id,
  session: 's1',
  role: 'presenter',
  from: 'ana',
  to: 'ben',
  askedAt: 1,
  agreedAt: null,
  withdrawnAt: null,
  undoneAt: null,
  undoneBy: null,
  ...fields,
});

export const came = (member: string, at: number, session = 's1'): Attendance => ({
  session,
  member,
  at,
});

export const question = (
  author: string,
  round: number,
  askedAt: number,
  fields: Partial<Question> = {},
): Question => ({
  id: `${author}-${round}-${askedAt}`,
  turn: 't1',
  round,
  author,
  text: '',
  askedAt,
  changedAt: null,
  takenBack: false,
  ...fields,
});

export const pass = (member: string, round: number, at: number, by = member): Pass => ({
  turn: 't1',
  round,
  member,
  by,
  at,
});

export const commitment = (id: string, fields: Partial<Commitment> = {}): Commitment => ({
  id,
  session: 's1',
  owner: 'ana',
  typedBy: 'ben',
  text: 'Call the supplier',
  by: '',
  firstStep: '',
  tell: '',
  confidence: null,
  kind: null,
  cue: '',
  obstacle: '',
  plan: '',
  done: '',
  askMe: '',
  isPrivate: false,
  follows: null,
  madeAt: 0,
  changedAt: null,
  ...fields,
});

export const report = (
  commitment: string,
  session: string,
  outcome: ReportBack['outcome'],
  fields: Partial<ReportBack> = {},
): ReportBack => ({
  commitment,
  session,
  outcome,
  learned: '',
  next: null,
  by: null,
  at: 0,
  ...fields,
});

export const choice = (id: string, fields: Partial<Choice> = {}): Choice => ({
  id,
  session: 's1',
  way: 'close',
  words: '',
  sessions: 0,
  keeps: 'norms',
  by: 'ana',
  at: 1,
  ...fields,
});

export const says = (
  choice: string,
  member: string,
  answer: ChoiceAnswer['says'],
  words = '',
): ChoiceAnswer => ({ choice, session: 's1', member, says: answer, words, at: 2 });

export const decision = (session: string, fields: Partial<Decision> = {}): Decision => {
  const { id, ...chosen } = choice('x1', { session });
  return { ...chosen, choice: id, ...fields };
};

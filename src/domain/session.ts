import type { PlannedPhase } from './format.ts';
import type { CircleTime, MemberId, SessionId, TurnId } from './ids.ts';
import type { SessionClock } from './session-clock.ts';

/** One dated meeting of a circle. */
export interface Session {
  readonly id: SessionId;
  readonly format: string;
  /** Kept in the record, so that two versions of Askwell hold the same session. */
  readonly plan: readonly PlannedPhase[];
  readonly startedAt: CircleTime;
  readonly startedBy: MemberId;
  readonly steward: MemberId | null;
  /** Listens and notes how it is done, and asks nothing. */
  readonly observer: MemberId | null;
  /** Who looked after the date, and who would have stepped in for the presenter. */
  readonly host: MemberId | null;
  readonly backup: MemberId | null;
  readonly clock: SessionClock;
  /** What it was before somebody gave it another plan. */
  readonly changed: PlanChange | null;
  /** Who moved the session to the phase that is on. */
  readonly steeredBy: MemberId | null;
  /** Who paused it last. */
  readonly pausedBy: MemberId | null;
  /** When the learnings were opened for all. */
  readonly revealedAt: CircleTime | null;
  readonly closedAt: CircleTime | null;
}

/** Another plan for a session that has begun, and all that it takes to go back. */
export interface PlanChange {
  readonly id: string;
  readonly by: MemberId;
  /** What the session was before. */
  readonly format: string;
  readonly plan: readonly PlannedPhase[];
  readonly presenters: readonly (MemberId | null)[];
}

/** One presenter's part of a session. */
export interface Turn {
  readonly id: TurnId;
  readonly session: SessionId;
  readonly index: number;
  readonly presenter: MemberId | null;
  /** What it is about, in one line. */
  readonly challenge: string;
  /** The question that the presenter wants help with. */
  readonly focus: string;
  /** Whether this presenter would like to hear ideas, once they have said. */
  readonly ideas: IdeasWish | null;
}

/** A presenter's own word: yes to ideas, or rather questions. */
export interface IdeasWish {
  readonly wanted: boolean;
  readonly by: MemberId;
  readonly at: CircleTime;
}

/** Somebody who came to a session, and when. */
export interface Attendance {
  readonly session: SessionId;
  readonly member: MemberId;
  readonly at: CircleTime;
}

/** When the circle meets next. */
export interface NextMeeting {
  readonly at: CircleTime;
  /** IANA name of the zone in which the date was set. */
  readonly zone: string;
  readonly presenter: MemberId | null;
  /** Who sees to it that it takes place: asks whether the date holds, and opens the call. */
  readonly host: MemberId | null;
  /** Who brings something when the presenter cannot come. */
  readonly backup: MemberId | null;
}

/** Whether somebody brings something: not where a circle looks at itself, ends, or only keeps in touch. */
export const hasPresenter = (plan: readonly PlannedPhase[]): boolean =>
  plan.some(({ phase }) => /^(contract|present|listen|explore)$/.test(phase));

/** Which presenter's part a phase belongs to. */
export const turnAt = (plan: readonly PlannedPhase[], step: number): number =>
  Math.max(0, plan.slice(0, step + 1).filter(({ phase }) => phase === 'contract').length - 1);

/** The presenters' parts of a session, in order; two who changed its plan at once may have made more than it has. */
export const partsOf = (
  { id, plan }: Pick<Session, 'id' | 'plan'>,
  turns: readonly Turn[],
): Turn[] =>
  turns
    .filter(({ session, index }) => session === id && index <= turnAt(plan, plan.length))
    .sort((a, b) => a.index - b.index);

const byStart = (a: Session, b: Session): number =>
  a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1);

/** Beyond this an open session is one that nobody closed, ms. */
const FORGOTTEN = 12 * 60 * 60_000;

/**
 * The session that is on. Where two people began one at the same moment, all screens take the earlier, so that
 * nobody sits alone in the other.
 */
export function currentSession(sessions: readonly Session[], now: CircleTime): Session | null {
  return (
    sessions
      .filter((session) => session.closedAt === null && now - session.startedAt < FORGOTTEN)
      .sort(byStart)[0] ?? null
  );
}

/** The format in which a circle looks back on a cycle, and decides how it goes on. */
export const CLOSING = 'closing60';

/** The format in which a circle looks at its norms. */
export const REVIEW = 'review30';

/** Sessions that took place, the last first. One that nobody closed counts once it is too old to go on. */
export function pastSessions(sessions: readonly Session[], now: CircleTime): Session[] {
  const on = currentSession(sessions, now);
  return sessions
    .filter(
      (session) =>
        session !== on && (session.closedAt !== null || now - session.startedAt >= FORGOTTEN),
    )
    .sort(byStart)
    .reverse();
}

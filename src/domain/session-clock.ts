import type { CircleTime } from './ids.ts';
import type { PlannedPhase } from './format.ts';

/**
 * Where a session stands: one value that is always replaced whole, so that two people who press "next" at once
 * advance once. Every change names its target; nothing is counted up.
 */
export interface SessionClock {
  /** Index of the phase in the plan. */
  readonly step: number;
  /** Since when this phase runs, or stands paused, in circle time. */
  readonly since: CircleTime;
  /** Ms spent in each phase before `since`, by index. */
  readonly spent: readonly number[];
  /** Minutes allowed for each phase, by index: the plan, and what "+3 min" made of it. */
  readonly allowed: readonly number[];
  readonly paused: boolean;
  /** The change of plan that it belongs to; empty for the plan that the session began with. */
  readonly change: string;
}

const MINUTE = 60_000;

export function startClock(plan: readonly PlannedPhase[], now: CircleTime): SessionClock {
  return {
    step: 0,
    since: now,
    spent: plan.map(() => 0),
    allowed: plan.map(({ minutes }) => minutes),
    paused: false,
    change: '',
  };
}

/** Ms spent in the phase that is on. */
export function spentNow(clock: SessionClock, now: CircleTime): number {
  const before = clock.spent[clock.step] ?? 0;
  return clock.paused ? before : before + Math.max(0, now - clock.since);
}

/** Ms left in the phase that is on; negative once it has run over. */
export function leftNow(clock: SessionClock, now: CircleTime): number {
  return (clock.allowed[clock.step] ?? 0) * MINUTE - spentNow(clock, now);
}

/** Ms from now until the session ends if every later phase takes what it is allowed. */
export function leftInAll(clock: SessionClock, now: CircleTime): number {
  const later = clock.allowed.slice(clock.step + 1);
  const laterSpent = clock.spent.slice(clock.step + 1);
  const sum = later.reduce(
    (all, minutes, i) => all + Math.max(0, minutes * MINUTE - (laterSpent[i] ?? 0)),
    0,
  );
  return Math.max(0, leftNow(clock, now)) + sum;
}

/** Goes to a phase. Going back finds the time that had been spent there. */
export function goTo(clock: SessionClock, step: number, now: CircleTime): SessionClock {
  const target = Math.min(Math.max(0, step), clock.allowed.length - 1);
  return { ...settle(clock, now), step: target, paused: false };
}

export function pause(clock: SessionClock, now: CircleTime): SessionClock {
  return clock.paused ? clock : { ...settle(clock, now), paused: true };
}

export function resume(clock: SessionClock, now: CircleTime): SessionClock {
  return clock.paused ? { ...clock, since: now, paused: false } : clock;
}

function settle(clock: SessionClock, now: CircleTime): SessionClock {
  const spent = clock.spent.map((ms, i) => (i === clock.step ? spentNow(clock, now) : ms));
  return { ...clock, spent, since: now };
}

/** What more minutes for this phase would cost: a later phase's, or the end of the session when nothing can give. */
export interface Extension {
  readonly minutes: number;
  readonly from: number | 'end';
}

/** Phases that keep their minutes: without them a session has led to nothing. */
const isProtected = (phase: PlannedPhase): boolean =>
  phase.phase === 'close' || phase.phase === 'commit';

/** The longest later phase gives what it has left, and keeps half of its plan; commitment and close never give. */
export function extensionOf(plan: readonly PlannedPhase[], clock: SessionClock): Extension {
  const last = clock.step >= plan.length - 2;
  const minutes = last ? 1 : 3;
  const givers = plan
    .map((phase, index) => ({ phase, index, allowed: clock.allowed[index] ?? 0 }))
    .filter(({ phase, index }) => index > clock.step && !isProtected(phase))
    .filter(({ phase, index, allowed }) => {
      const spent = (clock.spent[index] ?? 0) / MINUTE;
      return allowed - minutes >= Math.max(phase.minutes / 2, spent);
    })
    .sort((a, b) => b.allowed - a.allowed || a.index - b.index);
  return { minutes, from: givers[0]?.index ?? 'end' };
}

export function extend(clock: SessionClock, { minutes, from }: Extension): SessionClock {
  const allowed = clock.allowed.map((now, i) =>
    i === clock.step ? now + minutes : i === from ? now - minutes : now,
  );
  return { ...clock, allowed };
}

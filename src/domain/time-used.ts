import type { Phase } from './format.ts';
import type { Session } from './session.ts';

/** The time of one phase, in minutes; where it came more than once, of all of them together. */
export interface PhaseTime {
  readonly phase: Phase;
  readonly planned: number;
  readonly used: number;
}

/** What a session was planned to take and what it took, phase by phase, in the order of the plan. */
export function timeUsed({ plan, clock }: Session): PhaseTime[] {
  const times = new Map<Phase, PhaseTime>();
  plan.forEach(({ phase, minutes }, i) => {
    const before = times.get(phase) ?? { phase, planned: 0, used: 0 };
    const used = before.used + (clock.spent[i] ?? 0) / 60_000;
    times.set(phase, { phase, planned: before.planned + minutes, used });
  });
  return [...times.values()];
}

import type { Session } from './session.ts';

/**
 * A session whose plan was changed while somebody steered by the old one: it is at the step of the same number, with
 * the minutes of the new plan.
 */
export function replanned(session: Session): Session {
  const { plan, clock, changed } = session;
  const change = changed?.id ?? '';
  if (clock.change === change) return session;
  const step = Math.min(clock.step, plan.length - 1);
  const allowed = plan.map(({ minutes }) => minutes);
  return { ...session, clock: { ...clock, step, allowed, spent: plan.map(() => 0), change } };
}

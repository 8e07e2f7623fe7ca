import type { Session, Turn } from '../domain/session.ts';
import type { CircleDocument } from './circle-document.ts';
import { sessionsIn } from './sessions.ts';
import { turnsIn } from './turns.ts';

/** The fields of a session that another plan takes with it. */
export type Replanned = Pick<Session, 'id' | 'format' | 'plan' | 'clock' | 'changed'>;

/**
 * Gives a session another plan, for everyone, with as many presenters' parts as that has. Parts that it shares with the
 * plan before keep what was written in them.
 */
export function changePlan(
  circle: CircleDocument,
  { id, ...fields }: Replanned,
  turns: readonly Turn[],
): void {
  circle.write(() => {
    sessionsIn(circle).patch(id, fields);
    const before = turnsIn(circle)
      .all()
      .filter(({ session }) => session === id);
    for (const turn of before)
      if (!turns.some((t) => t.id === turn.id)) turnsIn(circle).remove(turn.id);
    for (const turn of turns) {
      if (before.some((t) => t.id === turn.id)) {
        turnsIn(circle).patch(turn.id, { presenter: turn.presenter });
      } else turnsIn(circle).put(turn);
    }
  });
}

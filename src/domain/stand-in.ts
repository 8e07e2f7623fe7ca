import type { MemberId } from './ids.ts';
import { draw } from './rota.ts';
import type { Session } from './session.ts';

/**
 * Who presents where somebody has not come: whoever was to step in, else one of the willing by lot, the same on every
 * screen. `null` where nobody would like to.
 */
export function standIn(
  { id, backup }: Pick<Session, 'id' | 'backup'>,
  missing: MemberId,
  here: readonly MemberId[],
  notToday: readonly MemberId[],
): MemberId | null {
  const willing = here.filter((member) => member !== missing && !notToday.includes(member));
  return backup !== null && willing.includes(backup) ? backup : draw(id, willing);
}

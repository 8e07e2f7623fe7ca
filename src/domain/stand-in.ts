import type { MemberId, SessionId, TurnId } from './ids.ts';
import { draw } from './draw.ts';
import type { Session } from './session.ts';

/** Somebody was asked to present in the place of a member who has not come. */
export interface StandIn {
  readonly session: SessionId;
  readonly turn: TurnId;
  readonly insteadOf: MemberId;
  /** Who was asked, and would rather not today. */
  readonly notToday: readonly MemberId[];
}

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

import type { Decision } from './choice.ts';
import type { CircleTime, DeviceId, MemberId } from './ids.ts';

/** "Erased here": a member says that the words of the circle are deleted on one device. */
export interface Erasure {
  readonly member: MemberId;
  readonly device: DeviceId;
  readonly at: CircleTime;
}

/**
 * For so long a device that has erased keeps away from those of the others, ms: its deletions would reach them, and
 * each is to have time to take their own along, and to erase with their own hand.
 */
export const APART = 14 * 24 * 60 * 60_000;

/** Who has erased and who has not, of those who have a seat. One device counts: nobody can see all of them. */
export function erasedAmong(
  members: readonly MemberId[],
  erasures: readonly Erasure[],
  ending: Decision,
): { readonly erased: readonly MemberId[]; readonly notYet: readonly MemberId[] } {
  const has = new Set(erasuresSince(erasures, ending).map(({ member }) => member));
  return {
    erased: members.filter((member) => has.has(member)),
    notYet: members.filter((member) => !has.has(member)),
  };
}

/** A circle that went on after an ending and ends again is erased again. */
const erasuresSince = (erasures: readonly Erasure[], ending: Decision): readonly Erasure[] =>
  erasures.filter(({ at }) => at >= ending.at);

export const isErasedOn = (
  device: DeviceId,
  erasures: readonly Erasure[],
  ending: Decision | null,
): boolean =>
  ending !== null && erasuresSince(erasures, ending).some((erasure) => erasure.device === device);

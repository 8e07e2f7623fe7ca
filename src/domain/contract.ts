import type { CircleTime, MemberId } from './ids.ts';
import type { Session } from './session.ts';

/** For how many sessions a circle has agreed to meet. Whoever sets one removes those they knew of. */
export interface Contract {
  readonly id: string;
  readonly sessions: number;
  /** The first session that counts began then, or later. */
  readonly since: CircleTime;
  /** The circle has chosen to close: the one session of this contract is its last. */
  readonly isClosing: boolean;
  readonly by: MemberId;
  readonly setAt: CircleTime;
}

/** As many as a contract may have: two years of every second week. */
export const MOST = 52;

/** Each presents once; six where there is nobody yet to count. */
export const usualLength = (members: number): number => (members > 1 ? members : 6);

/** The contract that counts, the same on every device: the latest, of two at one moment that of the higher id. */
export const contractOf = (contracts: readonly Contract[]): Contract | null =>
  contracts.toSorted((a, b) => b.setAt - a.setAt || (a.id < b.id ? 1 : -1))[0] ?? null;

/** Contracts that others set at the same time, and that say something else. */
export function otherContracts(contracts: readonly Contract[]): Contract[] {
  const counts = contractOf(contracts);
  return contracts.filter(
    (other) =>
      counts !== null &&
      other !== counts &&
      (other.sessions !== counts.sessions || other.isClosing !== counts.isClosing),
  );
}

/** A session that nobody closed is over after this long, ms. */
const LONGEST = 12 * 60 * 60_000;

/** How often a circle met: two sessions that people began at the same moment are one meeting. */
export function meetingsSince(sessions: readonly Session[], since: CircleTime): number {
  let until = -Infinity;
  let meetings = 0;
  for (const { startedAt, closedAt } of sessions.toSorted((a, b) => a.startedAt - b.startedAt)) {
    if (startedAt < since) continue;
    if (startedAt >= until) meetings += 1;
    until = Math.max(until, Math.min(closedAt ?? Infinity, startedAt + LONGEST));
  }
  return meetings;
}

/** Where a circle is in its contract. */
export interface Progress {
  readonly of: number;
  /** Sessions that have begun. */
  readonly met: number;
  /** All of them have begun: the circle decides anew. */
  readonly isFull: boolean;
  readonly isClosing: boolean;
}

export function progressOf(
  { sessions: of, since, isClosing }: Contract,
  sessions: readonly Session[],
): Progress {
  const met = meetingsSince(sessions, since);
  return { of, met, isFull: met >= of, isClosing };
}

import type { Seat } from '../domain/member.ts';
import type { Peer, PeerId } from '../sync/link.ts';
import { parsePresence } from './presence.ts';

/** A connected page of nobody who has a seat. */
export interface Stranger {
  readonly id: PeerId;
  /** Whether it has said that it is a page of this circle: somebody who has not taken a seat yet. */
  readonly isChoosing: boolean;
}

/** Connections are shown to all, also those that have not named themselves. */
export function strangersAmong(peers: readonly Peer[], seats: readonly Seat[]): Stranger[] {
  return peers.flatMap(({ id, presence }) => {
    const said = parsePresence(presence);
    const isSeated = seats.some((seat) => seat.member.id === said?.member);
    return isSeated ? [] : [{ id, isChoosing: said !== null }];
  });
}

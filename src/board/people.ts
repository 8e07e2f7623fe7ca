import type { MemberId } from '../domain/ids.ts';
import type { Seat } from '../domain/member.ts';
import type { Peer, PeerId } from '../sync/link.ts';
import { parsePresence } from './presence.ts';

/** How a member's screen is reached, told per member and never as "synced". */
export type Reached =
  | { readonly how: 'me' }
  | { readonly how: 'direct' }
  /** By a channel of our own that a TURN server carries. */
  | { readonly how: 'turn' }
  /** By encrypted messages through the rendezvous. */
  | { readonly how: 'relay' }
  | { readonly how: 'through'; readonly seat: Seat | null }
  | { readonly how: 'away' }
  | { readonly how: 'gone'; readonly lastSeen: number | null };

/** A seat and how its member is reached right now. */
export interface Person {
  readonly seat: Seat;
  readonly id: MemberId;
  readonly name: string;
  readonly isMe: boolean;
  readonly reached: Reached;
  /** Here, and looking: neither away nor gone. */
  readonly isHere: boolean;
}

/** Who is where. A member with several devices is reached by the best of them. */
export function peopleOf(
  seats: readonly Seat[],
  me: MemberId | null,
  peers: readonly Peer[],
  lastSeen: ReadonlyMap<MemberId, number>,
): Person[] {
  const present = peers.flatMap((peer) => {
    const presence = parsePresence(peer.presence);
    return presence ? [{ peer, presence }] : [];
  });
  const seatOf = (id: PeerId): Seat | null => {
    const member = present.find(({ peer }) => peer.id === id)?.presence.member;
    return seats.find((seat) => seat.member.id === member) ?? null;
  };
  const reach = (member: MemberId): Reached => {
    if (member === me) return { how: 'me' };
    const pages = present.filter(({ presence }) => presence.member === member);
    const awake = pages.filter(({ presence }) => !presence.away);
    if (awake.some(({ peer }) => peer.reach.kind === 'direct')) return { how: 'direct' };
    if (awake.some(({ peer }) => peer.reach.kind === 'turn')) return { how: 'turn' };
    const through = (awake.find(({ peer }) => peer.reach.kind === 'through') ?? awake[0])?.peer
      .reach;
    if (through?.kind === 'through') return { how: 'through', seat: seatOf(through.by) };
    if (through?.kind === 'relay') return { how: 'relay' };
    if (pages.length > 0) return { how: 'away' };
    return { how: 'gone', lastSeen: lastSeen.get(member) ?? null };
  };
  return seats.map((seat) => {
    const { id, name } = seat.member;
    const reached = reach(id);
    const isHere = reached.how !== 'away' && reached.how !== 'gone';
    return { seat, id, name, isMe: id === me, reached, isHere };
  });
}

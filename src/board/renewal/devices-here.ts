import type { DeviceId } from '../../domain/ids.ts';
import type { Peer, PeerId } from '../../sync/link.ts';
import type { Person } from '../people.ts';
import { parsePresence } from '../presence.ts';

/** A device of another member that a channel of our own leads to. */
export interface DeviceHere {
  readonly peer: PeerId;
  readonly person: Person;
  /** 1, or 2 and more where a member is here with several devices or tabs. */
  readonly number: number;
}

/** The devices that can be given a new link: not this browser's own, nor those that only others can reach. */
export function devicesHere(
  peers: readonly Peer[],
  people: readonly Person[],
  mine: DeviceId,
): DeviceHere[] {
  const counts = new Map<Person, number>();
  return peers.flatMap(({ id, reach, presence }) => {
    const said = parsePresence(presence);
    const person = people.find((each) => each.id === said?.member);
    if (!person || person.isMe || said?.device === mine) return [];
    if (reach.kind !== 'direct' && reach.kind !== 'turn') return [];
    const number = (counts.get(person) ?? 0) + 1;
    counts.set(person, number);
    return [{ peer: id, person, number }];
  });
}

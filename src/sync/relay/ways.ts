import type { Near } from '../forwarding.ts';
import type { PeerId } from '../link.ts';

/** Two pages that are connected without another in between. */
export interface Way {
  readonly ends: readonly [PeerId, PeerId];
  /** By relay. */
  readonly isSlow: boolean;
}

export interface Known {
  readonly self: PeerId;
  /** Our own ways, and those of them that are slow. */
  readonly direct: readonly PeerId[];
  readonly slow: readonly PeerId[];
  /** What other pages say of theirs. */
  readonly nearOf: Near;
  readonly slowOf: Near;
}

/** Every way that we know of and that both of its ends know of, the fast before the slow, each in one order for all. */
export function waysOf({ self, direct, slow, nearOf, slowOf }: Known): Way[] {
  const near = (page: PeerId) => (page === self ? new Set(direct) : nearOf(page));
  const slowAt = (page: PeerId) => (page === self ? new Set(slow) : slowOf(page));
  const ways = new Map<string, Way>();
  const pages = [self];
  const seen = new Set(pages);
  for (const page of pages) {
    for (const other of near(page) ?? []) {
      // Who has just connected to us may not have said so yet.
      const isMutual = page === self || near(other)?.has(page) === true;
      if (!isMutual) continue;
      const ends = page < other ? ([page, other] as const) : ([other, page] as const);
      const isSlow = slowAt(page)?.has(other) === true || slowAt(other)?.has(page) === true;
      ways.set(ends.join(' '), { ends, isSlow });
      if (!seen.has(other)) pages.push(other);
      seen.add(other);
    }
  }
  const key = ({ ends, isSlow }: Way) => `${isSlow ? 1 : 0} ${ends.join(' ')}`;
  return [...ways.values()].sort((one, other) => (key(one) < key(other) ? -1 : 1));
}

/** Whom we reach without any relay, ourselves among them, in the order of their ids. */
export function sideOf(self: PeerId, ways: readonly Way[]): PeerId[] {
  const groups = new Groups();
  for (const { ends, isSlow } of ways) if (!isSlow) groups.join(...ends);
  const pages = new Set([self, ...ways.flatMap(({ ends }) => ends)]);
  return [...pages].filter((page) => groups.of(page) === groups.of(self)).sort();
}

/**
 * The pages to which we need no relay, because there is another way. All pages take ways in the same order until each
 * is reached, so that two never give up their relays for each other's sake.
 */
export function spareRelays(self: PeerId, ways: readonly Way[]): PeerId[] {
  const groups = new Groups();
  return ways.flatMap(({ ends, isSlow }) => {
    const isNeeded = groups.join(...ends);
    const [one, other] = ends;
    if (isNeeded || !isSlow || !ends.includes(self)) return [];
    return one === self ? other : one;
  });
}

/** Pages that are connected with each other. */
class Groups {
  readonly #of = new Map<PeerId, PeerId>();

  of(page: PeerId): PeerId {
    const above = this.#of.get(page);
    return above === undefined ? page : this.of(above);
  }

  /** Says whether they were not connected before. */
  join(one: PeerId, other: PeerId): boolean {
    const [first, second] = [this.of(one), this.of(other)];
    if (first !== second) this.#of.set(first, second);
    return first !== second;
  }
}

import type { PeerId } from './link.ts';

/** Whom a page says it is directly connected to; `undefined` while it has not said anything. */
export type Near = (page: PeerId) => ReadonlySet<PeerId> | undefined;

export interface Received {
  readonly self: PeerId;
  /** Our direct connections. */
  readonly direct: Iterable<PeerId>;
  readonly from: PeerId;
  readonly near: Near;
}

/**
 * Those to whom we pass on what came from `from`: who lacks it, and has nobody with a lower id that
 * could do so in our place. Where pages have not told their connections yet, it errs towards twice.
 */
export function forwardTo({ self, direct, from, near }: Received): PeerId[] {
  const linked = (one: PeerId, other: PeerId) =>
    near(one)?.has(other) === true && near(other)?.has(one) === true;

  return [...direct].filter((page) => {
    if (page === from || linked(page, from)) return false;
    const others = near(page) ?? [];
    return ![...others].some((by) => by < self && linked(by, page) && linked(by, from));
  });
}

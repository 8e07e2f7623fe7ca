import type { PeerId } from './link.ts';

/** What a page says of itself to all others, as the value of its awareness state. */
export interface PageState {
  readonly page: PeerId;
  /** Whom it is directly connected to. */
  readonly near: readonly PeerId[];
  /** To which of them by relay. */
  readonly slow: readonly PeerId[];
  /** The board's part; the link does not look into it. */
  readonly presence: unknown;
}

const MOST_NEAR = 24;

/** Reads the state of a stranger's page; `null` when it is none. */
export function parsePageState(state: unknown): PageState | null {
  if (typeof state !== 'object' || state === null) return null;
  if (!('page' in state) || typeof state.page !== 'string' || !('near' in state)) return null;
  if (!Array.isArray(state.near)) return null;
  const near = pagesIn(state.near);
  const slow = 'slow' in state && Array.isArray(state.slow) ? pagesIn(state.slow) : [];
  return { page: state.page, near, slow, presence: 'presence' in state ? state.presence : null };
}

const pagesIn = (list: readonly unknown[]): PeerId[] =>
  list.filter((page) => typeof page === 'string').slice(0, MOST_NEAR);

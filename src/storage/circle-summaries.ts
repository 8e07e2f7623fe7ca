import { SUMMARIES } from '../domain/circle-summary.ts';
import type { RememberedCircle } from './database.ts';

/** Writes the list for the home page: names and dates only, no secret. */
export function writeSummaries(
  circles: readonly RememberedCircle[],
  storage: Storage = localStorage,
): void {
  const rows = circles
    .filter(({ member }) => member !== null)
    .map(({ id, name, members, next, lastMet, openCommitments }) => ({
      id,
      name,
      members,
      next,
      lastMet,
      openCommitments,
    }));
  storage.setItem(SUMMARIES, JSON.stringify(rows));
}

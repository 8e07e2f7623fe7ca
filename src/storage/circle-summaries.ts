import type { RememberedCircle } from './database.ts';

/** Where the home page finds its list of circles without loading the database. */
export const SUMMARIES_KEY = 'askwell.circles';

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
  storage.setItem(SUMMARIES_KEY, JSON.stringify(rows));
}

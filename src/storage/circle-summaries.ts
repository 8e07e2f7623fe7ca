import { SUMMARIES } from '../domain/circle-summary.ts';
import type { RememberedCircle } from './database.ts';
import { writeSetting } from './device-setting.ts';

/** Writes the list for the home page: names and dates only, no secret. */
export function writeSummaries(
  circles: readonly RememberedCircle[],
  write: (key: string, value: string) => void = writeSetting,
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
  write(SUMMARIES, JSON.stringify(rows));
}

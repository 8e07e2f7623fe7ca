import type { CircleId } from '../domain/ids.ts';
import type { Database, RememberedCircle } from './database.ts';
import { lastWordsOf, leaveLastWords } from './last-words.ts';

/**
 * Gives a circle on this disk the name that came with its new link: its log, its notes and its row, all or nothing.
 *
 * @param after the row from now on; it takes the place of the old one, whether it has the same id or not
 */
export async function succeed(
  database: Database,
  old: RememberedCircle,
  after: Omit<RememberedCircle, 'before'>,
): Promise<RememberedCircle> {
  const { circles, updates, notes } = database;
  const before = [...(old.before ?? []), old.circle].filter((circle) => circle !== after.circle);
  const row: RememberedCircle = { ...after, before };
  await database.transaction('rw', circles, updates, notes, async () => {
    await rename(database, old.circle, row.circle);
    if (old.id !== row.id) await circles.delete(old.id);
    await circles.put(row);
  });
  const words = lastWordsOf(old.circle);
  if (words.length > 0) leaveLastWords(row.circle, words);
  leaveLastWords(old.circle, []);
  return row;
}

/** Brings along what another tab has written under a name that the circle had before. */
export async function sweep(database: Database, row: RememberedCircle): Promise<void> {
  const { updates, notes } = database;
  await database.transaction('rw', updates, notes, async () => {
    for (const old of row.before ?? []) await rename(database, old, row.circle);
  });
}

async function rename(database: Database, old: CircleId, circle: CircleId): Promise<void> {
  const { updates, notes } = database;
  await updates.where('circle').equals(old).modify({ circle });
  for (const note of await notes.where('circle').equals(old).toArray()) {
    const known = await notes.get([circle, note.kind, note.about]);
    if (!known || known.changedAt < note.changedAt) await notes.put({ ...note, circle });
  }
  await notes.where('circle').equals(old).delete();
}

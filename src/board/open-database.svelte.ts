import { Database } from '../storage/database.ts';

/** What other tabs of this browser do to the disk that all of them share. */
export class OtherTabs {
  /** A tab with an older Askwell holds the disk, and this page waits for it. */
  holdUp = $state(false);
  /** A tab with a newer Askwell has changed the disk. This page goes on writing to it where the two understand it. */
  haveNewer = $state(false);
}

/** The database, or `null` where the browser has none or refuses it. */
export async function openDatabase(tabs: OtherTabs, database = new Database()) {
  database.on('blocked', () => {
    tabs.holdUp = true;
  });
  // Dexie then lets go of the disk, so that the other tab need not wait, and takes it up again with the next write.
  database.on('versionchange', ({ newVersion }) => {
    if (newVersion) tabs.haveNewer = true;
  });
  try {
    await database.open();
    return database;
  } catch (error) {
    console.warn('askwell: this browser keeps nothing', error instanceof Error ? error.name : '');
    return null;
  } finally {
    tabs.holdUp = false;
  }
}

import { IndexeddbPersistence, storeState } from 'y-indexeddb';
import * as Y from 'yjs';
import { CircleDocument } from '../../src/document/circle-document.ts';
import { folded, merged } from '../../src/document/compact.ts';
import { ask, changeQuestion, questionsIn } from '../../src/document/questions.ts';
import { Database } from '../../src/storage/database.ts';
import { UpdateLog } from '../../src/storage/update-log.ts';

const CIRCLE = 'circle';
const THEIRS = 'theirs';

const logOn = (database: Database): UpdateLog =>
  new UpdateLog(database, CIRCLE, merged, (error) => {
    throw error;
  });

/** A busy circle, change by change. */
function changes(count: number): Uint8Array[] {
  const circle = new CircleDocument();
  const updates: Uint8Array[] = [];
  circle.observeUpdates((update) => updates.push(update));
  for (let i = 0; updates.length < count; i += 1) {
    const id = `question ${i}`;
    const text = `What would you do about number ${i} if nobody were watching?`;
    ask(circle, {
      id,
      turn: `turn ${i % 40}`,
      round: i % 9,
      author: `member ${i % 6}`,
      text,
      askedAt: i,
      changedAt: null,
      takenBack: false,
    });
    if (updates.length < count)
      changeQuestion(circle, id, { text: `${text} Really?`, changedAt: i });
  }
  return updates;
}

/** Keeps the same changes with both, each compacted in its own way. */
async function fill(count: number): Promise<void> {
  const updates = changes(count);
  const log = logOn(new Database());
  for (const update of updates) {
    log.append(update);
    await log.flush();
  }
  await log.compact(folded, 2);

  const doc = new Y.Doc();
  const theirs = new IndexeddbPersistence(THEIRS, doc);
  await theirs.whenSynced;
  for (const update of updates) Y.applyUpdate(doc, update);
  await storeState(theirs, true);
  // It resolves before its rows are folded.
  while ((await rowsOf(theirs.db)) > 2) await new Promise((resolve) => setTimeout(resolve, 20));
  await theirs.destroy();
}

const rowsOf = (disk: IDBDatabase | null): Promise<number> =>
  new Promise((resolve, reject) => {
    if (!disk) return resolve(0);
    const count = disk.transaction('updates').objectStore('updates').count();
    count.onsuccess = () => resolve(count.result);
    count.onerror = () => reject(count.error ?? new Error('not counted'));
  });

/** Ms from nothing to a document with all that the disk has, and how many questions it holds. */
async function openOurs(): Promise<[ms: number, questions: number]> {
  const start = performance.now();
  const database = new Database();
  await database.open();
  const circle = new CircleDocument(await logOn(database).load());
  return [performance.now() - start, questionsIn(circle).shared.size];
}

/** The same with y-indexeddb. */
async function openTheirs(): Promise<[ms: number, questions: number]> {
  const start = performance.now();
  const doc = new Y.Doc();
  await new IndexeddbPersistence(THEIRS, doc).whenSynced;
  return [performance.now() - start, doc.getMap('questions').size];
}

Object.assign(window, { fill, openOurs, openTheirs });

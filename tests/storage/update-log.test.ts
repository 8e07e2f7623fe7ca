import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { CircleDocument } from '../../src/document/circle-document.ts';
import { folded, merged } from '../../src/document/compact.ts';
import { ask, changeQuestion, questionsIn } from '../../src/document/questions.ts';
import type { Database } from '../../src/storage/database.ts';
import { UpdateLog } from '../../src/storage/update-log.ts';
import { freshDatabase } from '../support/database.ts';
import { contents } from '../support/linked-peers.ts';
import { holds } from '../support/raw-bytes.ts';
import { question } from '../support/records.ts';

const CIRCLE = 'circle';
const quota = new DOMException('The disk is full', 'QuotaExceededError');
const unexpected = (error: unknown): void => {
  throw error;
};
const logOn = (database: Database, circle = CIRCLE, onFailed = unexpected): UpdateLog =>
  new UpdateLog(database, circle, merged, onFailed);

/** A circle on one tab: what it writes goes to the log. */
function tab(database: Database, history: readonly Uint8Array[] = []) {
  const log = logOn(database);
  const circle = new CircleDocument(history);
  circle.observeUpdates((update) => log.append(update));
  return { log, circle };
}

const read = async (database: Database): Promise<CircleDocument> =>
  new CircleDocument(await logOn(database).load());
const textsOf = (circle: CircleDocument): string[] =>
  questionsIn(circle)
    .all()
    .map((q) => q.text);
const askIn = (circle: CircleDocument, text: string): void =>
  ask(circle, question('ana', 0, 1, { id: text, text }));

test('what was written is read again', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.string({ minLength: 1 }), { maxLength: 8 }), async (texts) => {
      const database = freshDatabase();
      const { log, circle } = tab(database);
      for (const text of texts) askIn(circle, text);
      await log.flush();
      expect(contents(await read(database))).toEqual(contents(circle));
    }),
    { numRuns: 10 },
  );
});

test('a flush resolves when the rows are there, and not before', async () => {
  const database = freshDatabase();
  const { log, circle } = tab(database);
  askIn(circle, 'one');
  const flushed = log.flush();
  expect(await database.updates.count()).toBe(0);
  await flushed;
  expect(await database.updates.count()).toBe(1);
});

test('updates that come together are one row', async () => {
  const database = freshDatabase();
  const { log, circle } = tab(database);
  for (const text of ['one', 'two', 'three']) askIn(circle, text);
  await log.flush();
  expect(await database.updates.count()).toBe(1);
});

test('an update that nobody flushes is written soon', async () => {
  const database = freshDatabase();
  const { circle } = tab(database);
  askIn(circle, 'one');
  await vi.waitFor(async () => expect(await database.updates.count()).toBe(1));
});

test('a disk that refuses loses nothing: it is written with the next', async () => {
  const database = freshDatabase();
  const { log, circle } = tab(database);
  const add = vi.spyOn(database.updates, 'add').mockRejectedValueOnce(quota);
  askIn(circle, 'one');
  await expect(log.flush()).rejects.toMatchObject({ name: quota.name });
  askIn(circle, 'two');
  await log.flush();
  expect(add).toHaveBeenCalledTimes(2);
  expect(textsOf(await read(database))).toEqual(['one', 'two']);
});

test('a batch that the disk refuses is told', async () => {
  const database = freshDatabase();
  vi.spyOn(database.updates, 'add').mockRejectedValueOnce(quota);
  const failed = vi.fn();
  logOn(database, CIRCLE, failed).append(new Uint8Array([0, 0]));
  await vi.waitFor(() => expect(failed.mock.calls[0]).toMatchObject([{ name: quota.name }]));
});

test('a flush that fails does not stop the one behind it', async () => {
  const database = freshDatabase();
  const { log, circle } = tab(database);
  vi.spyOn(database.updates, 'add').mockRejectedValueOnce(quota);
  askIn(circle, 'one');
  const [first, second] = await Promise.allSettled([log.flush(), log.flush()]);
  expect([first.status, second.status]).toEqual(['rejected', 'fulfilled']);
  expect(textsOf(await read(database))).toEqual(['one']);
});

test('two tabs that write and compact at once lose nothing', async () => {
  const database = freshDatabase();
  const tabs = [tab(database), tab(freshDatabase(database))] as const;
  const work: Promise<void>[] = [];
  for (let i = 0; i < 12; i += 1) {
    const { log, circle } = tabs[i % 2]!;
    askIn(circle, `q${10 + i}`);
    work.push(log.flush());
    if (i % 3 === 0) work.push(tabs[(i + 1) % 2]!.log.compact(folded, 2));
  }
  await Promise.all(work);
  await tabs[0].log.compact(folded, 2);
  expect(await database.updates.count()).toBe(1);
  expect(textsOf(await read(database))).toHaveLength(12);
});

test('compacting takes deleted words off the disk', async () => {
  const secret = 'The sentence nobody may find again';
  const database = freshDatabase();
  const { log, circle } = tab(database);
  ask(circle, question('ben', 0, 2, { id: 'q1', text: secret }));
  await log.flush();
  changeQuestion(circle, 'q1', { text: '', takenBack: true });
  await log.flush();
  const isOnDisk = async (): Promise<boolean> =>
    (await log.load()).some((bytes) => Buffer.from(bytes).includes(secret));
  expect(await isOnDisk()).toBe(true);
  await log.compact(folded, 2);
  expect(await isOnDisk()).toBe(false);
  expect(contents(await read(database))).toEqual(contents(circle));
});

test('few rows are left as they are', async () => {
  const database = freshDatabase();
  const { log, circle } = tab(database);
  for (const text of ['one', 'two', 'three']) {
    askIn(circle, text);
    await log.flush();
  }
  await log.compact(folded, 4);
  expect(await database.updates.count()).toBe(3);
});

test('a compaction that fails leaves every row', async () => {
  const database = freshDatabase();
  const { log, circle } = tab(database);
  for (const text of ['one', 'two']) {
    askIn(circle, text);
    await log.flush();
  }
  vi.spyOn(database.updates, 'add').mockRejectedValueOnce(quota);
  await expect(log.compact(folded, 2)).rejects.toMatchObject({ name: quota.name });
  expect(textsOf(await read(database))).toEqual(['one', 'two']);
});

test('writing goes on while rows are folded, and nothing of it is lost', async () => {
  const database = freshDatabase();
  const { log, circle } = tab(database);
  for (const text of ['one', 'two']) {
    askIn(circle, text);
    await log.flush();
  }
  await log.compact(async (rows) => {
    askIn(circle, 'meanwhile');
    await log.flush();
    return folded(rows);
  }, 2);
  expect(await database.updates.count()).toBe(2);
  expect(textsOf(await read(database))).toHaveLength(3);
});

test('a circle that is removed while its rows are folded stays removed', async () => {
  const database = freshDatabase();
  const { log, circle } = tab(database);
  for (const text of ['one', 'two']) {
    askIn(circle, text);
    await log.flush();
  }
  await log.compact(async (rows) => {
    await database.updates.clear();
    return folded(rows);
  }, 2);
  expect(await database.updates.count()).toBe(0);
});

test('a row that cannot be read is neither folded nor deleted', async () => {
  const database = freshDatabase();
  const { log, circle } = tab(database);
  const broken = new Uint8Array([7, 7, 7]);
  await database.updates.add({ circle: CIRCLE, bytes: broken });
  for (const text of ['one', 'two']) {
    askIn(circle, text);
    await log.flush();
  }
  await log.compact(folded, 2);
  expect((await log.load()).at(0)).toEqual(broken);
  expect(await database.updates.count()).toBe(2);
  expect(textsOf(await read(database))).toEqual(['one', 'two']);
});

test('purging takes deleted words off the disk however few rows there are, unreadable rows too', async () => {
  const secret = 'The sentence nobody may find again';
  const database = freshDatabase();
  const { log, circle } = tab(database);
  ask(circle, question('ben', 0, 2, { id: 'q1', text: secret }));
  changeQuestion(circle, 'q1', { text: '', takenBack: true });
  await log.flush();
  const isOnDisk = async () => holds(await log.load(), secret);
  expect([await database.updates.count(), await isOnDisk()]).toEqual([1, true]);
  await log.purge(folded);
  expect(await isOnDisk()).toBe(false);
  expect(contents(await read(database))).toEqual(contents(circle));

  await database.updates.add({ circle: CIRCLE, bytes: Buffer.from(`\u0007${secret}`) });
  await log.purge(folded);
  expect([await database.updates.count(), await isOnDisk()]).toEqual([1, false]);
  const add = vi.spyOn(database.updates, 'add');
  await log.purge(folded);
  expect(add).not.toHaveBeenCalled();
});

test('purging waits for a folding that is under way', async () => {
  const database = freshDatabase();
  const order: string[] = [];
  let last: Promise<void> = Promise.resolve();
  vi.stubGlobal('navigator', {
    locks: {
      request: (_name: string, how: LockOptions, work: (lock: object | null) => Promise<void>) => {
        order.push(how.ifAvailable ? 'if free' : 'waits');
        last = last.then(() => work({}));
        return last;
      },
    },
  });
  const { log, circle } = tab(database);
  askIn(circle, 'one');
  await log.flush();
  await Promise.all([log.compact(folded, 1), log.purge(folded)]);
  vi.unstubAllGlobals();
  expect(order).toEqual(['if free', 'waits']);
});

test('circles on one device have logs of their own', async () => {
  const database = freshDatabase();
  const [one, other] = [logOn(database, 'one'), logOn(database, 'other')];
  one.append(new Uint8Array([1, 2]));
  await one.flush();
  expect(await one.load()).toEqual([new Uint8Array([1, 2])]);
  expect(await other.load()).toEqual([]);
});

import Dexie from 'dexie';
import { expect, test, vi } from 'vitest';
import { Private } from '../../src/board/private.svelte.ts';
import type { Database } from '../../src/storage/database.ts';
import { PrivateNotes } from '../../src/storage/private-notes.ts';
import { freshDatabase } from '../support/database.ts';

const quota = new DOMException('The disk is full', 'QuotaExceededError');
const unexpected = (error: unknown): void => {
  throw error;
};

async function notesOn(database: Database, onFailed = unexpected): Promise<Private> {
  const mine = new Private(new PrivateNotes(database, 'circle'), onFailed);
  await mine.load();
  return mine;
}
const textsOn = async (database: Database): Promise<string[]> =>
  (await database.notes.toArray()).map(({ text }) => text);

test('what I type is on the disk soon, and there after a reload', async () => {
  const database = freshDatabase();
  const mine = await notesOn(database);
  mine.write('draft', 'q1', 'What');
  mine.write('draft', 'q1', 'What else');
  await vi.waitFor(async () => expect(await textsOn(database)).toEqual(['What else']));
  expect((await notesOn(database)).read('draft', 'q1')).toBe('What else');
});

test('what waits is written when the circle is closed, and nothing after it', async () => {
  const database = freshDatabase();
  const mine = await notesOn(database);
  mine.write('draft', 'q1', 'What');
  await mine.close();
  expect(await textsOn(database)).toEqual(['What']);
  mine.write('draft', 'q1', '');
  mine.flush();
  await mine.close();
  expect(await textsOn(database)).toEqual(['What']);
});

test('a text that the disk refuses stays on the screen and is written with the next', async () => {
  const database = freshDatabase();
  const failed = vi.fn();
  const mine = await notesOn(database, failed);
  vi.spyOn(database.notes, 'put').mockRejectedValueOnce(quota);
  mine.addLine('parked', 's1', 'Call the supplier');
  await vi.waitFor(() => expect(failed).toHaveBeenCalledOnce());
  expect(mine.lines('parked', 's1')).toEqual(['Call the supplier']);
  mine.addLine('parked', 's1', 'Sleep');
  await mine.close();
  expect(await textsOn(database)).toEqual(['Call the supplier\nSleep']);
});

test('two tabs park lines in one note', async () => {
  const database = freshDatabase();
  const [one, two] = [await notesOn(database), await notesOn(freshDatabase(database))];
  one.addLine('parked', 's1', 'Call');
  await vi.waitFor(() => expect(two.lines('parked', 's1')).toEqual(['Call']));
  two.addLine('parked', 's1', 'Sleep');
  await vi.waitFor(() => expect(one.lines('parked', 's1')).toEqual(['Call', 'Sleep']));
  one.removeLine('parked', 's1', 0);
  one.removeLine('parked', 's1', 0);
  await vi.waitFor(() => expect(two.lines('parked', 's1')).toEqual([]));
});

test('what I am typing is not overwritten by what is read from the disk', async () => {
  const database = freshDatabase();
  const mine = await notesOn(database);
  mine.write('draft', 'q1', 'What');
  mine.flush();
  mine.write('draft', 'q1', 'What else');
  await new PrivateNotes(database, 'circle').keep('parked', 's1', 'Call', 1);
  await vi.waitFor(() => expect(mine.read('parked', 's1')).toBe('Call'));
  expect(mine.read('draft', 'q1')).toBe('What else');
});

test('a note that moves to the circle leaves the disk only once the circle has it', async () => {
  const database = freshDatabase();
  const mine = await notesOn(database);
  mine.write('learning', 's1', 'I hurry');
  mine.flush();
  await vi.waitFor(async () => expect(await textsOn(database)).toEqual(['I hurry']));
  const saved = Promise.withResolvers<void>();
  mine.clearOnce(saved.promise, 'learning', 's1');
  expect(mine.read('learning', 's1')).toBe('');
  expect(await textsOn(database)).toEqual(['I hurry']);
  saved.resolve();
  await vi.waitFor(async () => expect(await textsOn(database)).toEqual([]));
});

test('a note that the circle could not take stays on the disk', async () => {
  const database = freshDatabase();
  const mine = await notesOn(database);
  mine.write('learning', 's1', 'I hurry');
  mine.flush();
  mine.clearOnce(Promise.reject(quota), 'learning', 's1');
  await mine.close();
  expect(await textsOn(database)).toEqual(['I hurry']);
});

test('a field that I have emptied stays empty, and does not show again what was sent before', async () => {
  const mine = new Private(null, () => undefined);
  expect(mine.draft('learned')).toBeNull();
  mine.writeDraft('learned', 'Too much');
  mine.writeDraft('learned', '');
  expect(mine.draft('learned')).toBe('');
  mine.dropDraft('learned', Promise.resolve());
  expect(mine.draft('learned')).toBeNull();
});

test('what the disk has not confirmed when a page goes is there on the next, unless it is older', async () => {
  const database = freshDatabase();
  const going = await notesOn(database);
  // The browser aborts what is under way, and nobody hears of it.
  const disk = vi.spyOn(database.notes, 'put').mockReturnValue(new Dexie.Promise(() => undefined));
  going.write('draft', 'q1', 'What now');
  going.putDown();
  disk.mockRestore();
  const next = await notesOn(database);
  expect(next.read('draft', 'q1')).toBe('What now');
  await next.close();
  expect(await textsOn(database)).toEqual(['What now']);

  const last = new PrivateNotes(database, 'circle');
  last.leave([{ kind: 'draft', about: 'q1', text: 'Long ago', changedAt: 1 }]);
  expect((await notesOn(database)).read('draft', 'q1')).toBe('What now');
  await vi.waitFor(() => expect(last.left()).toEqual([]));
});

import { expect, test, vi } from 'vitest';
import { Journal } from '../../src/board/journal.svelte.ts';
import { CircleDocument } from '../../src/document/circle-document.ts';
import { merged } from '../../src/document/compact.ts';
import { ask, changeQuestion, questionsIn } from '../../src/document/questions.ts';
import { UpdateLog } from '../../src/storage/update-log.ts';
import { freshDatabase } from '../support/database.ts';
import { question } from '../support/records.ts';

const quota = new DOMException('The disk is full', 'QuotaExceededError');

/** A circle whose disk does what the test says. */
function circleOn(database = freshDatabase()) {
  const document = new CircleDocument();
  let failed = (): void => undefined;
  const log = new UpdateLog(database, 'circle', merged, () => failed());
  const journal = new Journal(document, log, 1);
  failed = () => journal.failed();
  const refuse = () => vi.spyOn(database.updates, 'add').mockRejectedValue(quota);
  const type = (id: string, text: string): void => {
    ask(document, question('ana', 0, 1, { id, text }));
    journal.save([id]);
  };
  const onDisk = async (): Promise<string[]> => {
    const circle = new CircleDocument(await log.load());
    return questionsIn(circle)
      .all()
      .map(({ text }) => text);
  };
  return { document, log, journal, refuse, type, onDisk };
}

test('a row is being saved until the disk has it', async () => {
  const { journal, type, onDisk } = circleOn();
  type('q1', 'What?');
  expect(journal.isSaving('q1')).toBe(true);
  expect(await onDisk()).toEqual([]);
  await vi.waitFor(() => expect(journal.isSaving('q1')).toBe(false));
  expect(await onDisk()).toEqual(['What?']);
});

test('a row that changes while it is being saved is being saved until its last change is there', async () => {
  const { document, journal, type, log } = circleOn();
  const release = Promise.withResolvers<void>();
  const flush = log.flush.bind(log);
  const flushed = vi.spyOn(log, 'flush').mockImplementationOnce(flush);
  type('q1', 'What?');
  flushed.mockImplementationOnce(() => release.promise.then(flush));
  changeQuestion(document, 'q1', { text: 'What else?' });
  journal.save(['q1']);
  await flushed.mock.results[0]?.value;
  await Promise.resolve();
  expect(journal.isSaving('q1')).toBe(true);
  release.resolve();
  await vi.waitFor(() => expect(journal.isSaving('q1')).toBe(false));
});

test('a disk that refuses is told, and tried again by itself', async () => {
  const { journal, refuse, type, onDisk } = circleOn();
  const refusal = refuse();
  type('q1', 'What?');
  await vi.waitFor(() => expect(journal.disk).toBe('failing'));
  expect(journal.isSaving('q1')).toBe(true);
  refusal.mockRestore();
  await vi.waitFor(() => expect(journal.disk).toBe('fine'));
  expect(journal.isSaving('q1')).toBe(false);
  expect(await onDisk()).toEqual(['What?']);
});

test('closing writes what waits', async () => {
  const { document, journal, onDisk } = circleOn();
  ask(document, question('ana', 0, 1, { id: 'q1', text: 'What?' }));
  await journal.close();
  expect(await onDisk()).toEqual(['What?']);
});

test('where the browser keeps nothing, nothing is marked as being saved', () => {
  const journal = new Journal(new CircleDocument(), null);
  journal.save(['q1']);
  expect([journal.disk, journal.isSaving('q1')]).toEqual(['none', false]);
});

import { afterEach, describe, expect, test, vi } from 'vitest';
import { SessionBoard } from '../../src/board/session-board.svelte.ts';
import { learningsIn } from '../../src/document/learnings.ts';
import { closeSession, reveal, setSteward, startSession } from '../../src/document/sessions.ts';
import { closeDevices, device, type Device } from '../support/disk-device.ts';
import { session } from '../support/records.ts';

afterEach(closeDevices);

const learnOf = ({ board }: Device) => new SessionBoard(board, session('s1')).learn;
const textsOf = ({ board }: Device): string[] =>
  learningsIn(board.document)
    .all()
    .map(({ text }) => text);
const begin = ({ board }: Device): void => startSession(board.document, session('s1'), [], []);
const openLearnings = ({ board }: Device): void => reveal(board.document, 's1', 5);

describe('what I learned', () => {
  test('stays with me until the reveal, and is then sent by itself', async () => {
    const ana = await device();
    begin(ana);
    learnOf(ana).write('I hurry');
    expect(textsOf(ana)).toEqual([]);
    openLearnings(ana);
    await vi.waitFor(() => expect(textsOf(ana)).toEqual(['I hurry']));
    expect(learnOf(ana).draft).toBe('');
  });

  test('is sent by a device that was away at the reveal, when it comes back, also after the close', async () => {
    const ana = await device();
    begin(ana);
    learnOf(ana).write('I hurry');
    await ana.circle.close();
    const away = await device(ana.database);
    closeSession(away.board.document, 's1', session('s1').clock, 9);
    openLearnings(away);
    await vi.waitFor(() => expect(textsOf(away)).toEqual(['I hurry']));
  });

  test('is not sent while I write it after the reveal: I show it when it is ready', async () => {
    const ana = await device();
    begin(ana);
    openLearnings(ana);
    await vi.waitFor(() => expect(learnOf(ana).keepsToSelf).toBe(true));
    ana.board.mine.write('learning', 's1', 'I h');
    setSteward(ana.board.document, 's1', 'ben');
    learnOf(ana).publishIfOpened();
    expect(textsOf(ana)).toEqual([]);
    ana.board.mine.write('learning', 's1', 'I hurry');
    learnOf(ana).publish();
    expect(textsOf(ana)).toEqual(['I hurry']);
  });

  test('comes back to me when I take it back, and is not sent again by itself', async () => {
    const ana = await device();
    begin(ana);
    learnOf(ana).write('I hurry');
    openLearnings(ana);
    await vi.waitFor(() => expect(textsOf(ana)).toEqual(['I hurry']));
    learnOf(ana).takeBack();
    expect(textsOf(ana)).toEqual([]);
    await ana.circle.close();
    const again = await device(ana.database);
    expect(textsOf(again)).toEqual([]);
    expect(learnOf(again).draft).toBe('I hurry');
  });

  test('that is too long stays with me', async () => {
    const ana = await device();
    begin(ana);
    learnOf(ana).write('a'.repeat(2001));
    openLearnings(ana);
    await vi.waitFor(() => expect(learnOf(ana).keepsToSelf).toBe(true));
    expect(textsOf(ana)).toEqual([]);
    expect(learnOf(ana).draft).toHaveLength(2001);
  });

  test('is not lost when the disk refuses it and the page is gone before the next try', async () => {
    const ana = await device();
    begin(ana);
    learnOf(ana).write('I hurry');
    ana.board.mine.flush();
    await ana.board.journal.flush();
    vi.spyOn(ana.database.updates, 'add').mockRejectedValue(
      new DOMException('', 'QuotaExceededError'),
    );
    openLearnings(ana);
    await vi.waitFor(() => expect(textsOf(ana)).toEqual(['I hurry']));
    await ana.circle.close();
    vi.restoreAllMocks();
    const again = await device(ana.database);
    expect(learnOf(again).draft).toBe('I hurry');
  });
});

import { afterEach, describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { CircleDocument } from '../../src/document/circle-document.ts';
import { join } from '../../src/document/members.ts';
import { RememberedCircles } from '../../src/storage/remembered-circles.ts';
import { freshDatabase } from '../support/database.ts';
import { closeDevices, device } from '../support/disk-device.ts';
import { member } from '../support/records.ts';
import { remembered } from '../support/remembered.ts';

afterEach(closeDevices);

test('a circle that is closed and opened again is as it was left', async () => {
  const first = await device();
  first.board.takeSeatAgain('Ana');
  first.board.nameCircle('Wednesday circle');
  first.board.mine.write('parked', 's1', 'Advice');
  await first.circle.close();
  const again = await device(first.database);
  expect(again.board.name).toBe('Wednesday circle');
  expect(again.board.seats.map(({ member }) => member.name)).toEqual(['Ana']);
  expect(again.board.mine.lines('parked', 's1')).toEqual(['Advice']);
});

test('what the first page tells of a circle is not lost where it is closed at once', async () => {
  const { database, board, circle } = await device();
  board.nameCircle('Wednesday circle');
  await circle.close();
  const kept = () => new RememberedCircles(database).find('one');
  await vi.waitFor(async () => expect(await kept()).toMatchObject({ name: 'Wednesday circle' }));
});

test('what another tab told before the disk was read is kept with what the disk had', async () => {
  const first = await device();
  first.board.nameCircle('Wednesday circle');
  await first.circle.close();
  const tab = new CircleDocument();
  join(tab, member('ben', { name: 'Ben' }));
  const heard = new Y.Doc();
  Y.applyUpdate(heard, Y.encodeStateAsUpdate(tab.doc));
  const second = await device(first.database, {}, heard);
  expect(second.board.name).toBe('Wednesday circle');
  await second.circle.close();
  const third = await device(first.database);
  expect(third.board.name).toBe('Wednesday circle');
  expect(third.board.seats.map(({ member: { name } }) => name)).toEqual(['Ben']);
});

test('a circle removed from this device leaves nothing on its disk', async () => {
  const { database, circle, board } = await device();
  board.nameCircle('Tuesday circle');
  board.mine.write('parked', 's1', 'Advice');
  await circle.forget();
  for (const table of [database.updates, database.notes, database.circles]) {
    expect(await table.count()).toBe(0);
  }
});

test('a circle can be removed while the disk refuses every write', async () => {
  const { database, circle, board } = await device();
  const quota = new DOMException('The disk is full', 'QuotaExceededError');
  vi.spyOn(database.updates, 'add').mockRejectedValue(quota);
  vi.spyOn(database.notes, 'put').mockRejectedValue(quota);
  board.nameCircle('Tuesday circle');
  board.mine.write('parked', 's1', 'Advice');
  await circle.forget();
  expect(await database.circles.count()).toBe(0);
});

test('where the browser keeps nothing the circle works all the same', async () => {
  const { board, circle } = await device(undefined, { database: null });
  board.takeSeatAgain('Ana');
  board.mine.write('parked', 's1', 'Advice');
  expect([board.journal.disk, board.seats.length]).toEqual(['none', 1]);
  expect(board.mine.lines('parked', 's1')).toEqual(['Advice']);
  await circle.forget();
});

describe('two tabs of a browser', () => {
  test('are one seat: one that has none takes nothing away from the other', async () => {
    const database = freshDatabase();
    const circles = new RememberedCircles(database);
    await circles.remember(remembered('one', { member: null }));
    const first = await device(database);
    const second = await device(database);
    first.circle.joinAs('Ana');
    // What the first wrote comes to the second between tabs.
    Y.applyUpdate(second.board.document.doc, Y.encodeStateAsUpdate(first.board.document.doc));
    expect(second.circle.isSeated).toBe(true);
    expect(second.board.writer.me).toBe(first.board.writer.me);
    second.circle.joinAs('Ana again');
    expect(second.board.members).toHaveLength(1);

    await first.circle.close();
    await second.circle.close();
    expect((await circles.find('one'))?.member).toBe(first.board.writer.me);
  });

  test('that open a link at the same moment find one row', async () => {
    const circles = new RememberedCircles(freshDatabase());
    const rows = await Promise.all([
      circles.findOrRemember(remembered('one')),
      circles.findOrRemember({ ...remembered('two'), circle: remembered('one').circle }),
    ]);
    expect(rows[0].id).toBe(rows[1].id);
    expect(await circles.all()).toHaveLength(1);
  });

  test('lose a circle together when one removes it from the device', async () => {
    const database = freshDatabase();
    const first = await device(database);
    const second = await device(database);
    const heard = new Promise<void>((resolve) => {
      second.circle.onForgotten = resolve;
    });
    await first.circle.forget();
    await heard;
  });
});

import { expect, test } from 'vitest';
import { SUMMARIES, summariesIn } from '../../src/domain/circle-summary.ts';
import { writeSummaries } from '../../src/storage/circle-summaries.ts';
import { PrivateNotes } from '../../src/storage/private-notes.ts';
import { RememberedCircles } from '../../src/storage/remembered-circles.ts';
import { freshDatabase } from '../support/database.ts';
import { remembered } from '../support/remembered.ts';

test('circles are found by what the address says and by their room, the last opened first', async () => {
  const circles = new RememberedCircles(freshDatabase());
  const [one, two] = [remembered('one', { openedAt: 1 }), remembered('two', { openedAt: 2 })];
  await circles.remember(one);
  await circles.remember(two);
  expect(await circles.all()).toEqual([two, one]);
  expect(await circles.find('one')).toEqual(one);
  expect(await circles.findByCircle('circle-two')).toEqual(two);
  expect(await circles.find('three')).toBeUndefined();
});

test('a change keeps what it does not name, and does not bring a forgotten circle back', async () => {
  const circles = new RememberedCircles(freshDatabase());
  await circles.remember(remembered('one'));
  await circles.change('one', { name: 'Other' });
  expect(await circles.find('one')).toEqual(remembered('one', { name: 'Other' }));
  await circles.change('two', { name: 'Other' });
  expect(await circles.all()).toHaveLength(1);
});

test('a forgotten circle leaves no row, and the others keep theirs', async () => {
  const database = freshDatabase();
  const circles = new RememberedCircles(database);
  for (const id of ['one', 'two']) {
    const circle = remembered(id);
    await circles.remember(circle);
    await database.updates.add({ circle: circle.circle, bytes: new Uint8Array([1]) });
    await new PrivateNotes(database, circle.circle).keep('parked', 's1', 'Mine', 1);
  }
  await circles.forget(remembered('one'));
  for (const table of [database.updates, database.notes, database.circles]) {
    expect(await table.toArray()).toMatchObject([{ circle: 'circle-two' }]);
  }
});

test('a note is kept under what it belongs to, and an empty one is removed', async () => {
  const notes = new PrivateNotes(freshDatabase(), 'circle');
  await notes.keep('draft', 'q1', 'What', 1);
  await notes.keep('draft', 'q1', 'What else', 2);
  await notes.keep('parked', 'q1', 'Advice', 3);
  expect((await notes.all()).map(({ kind, text }) => [kind, text])).toEqual([
    ['draft', 'What else'],
    ['parked', 'Advice'],
  ]);
  await notes.keep('draft', 'q1', '', 4);
  expect(await notes.all()).toHaveLength(1);
});

test('the list for the home page holds no secret, and no circle without a seat', () => {
  const kept = new Map<string, string>();
  writeSummaries([remembered('one'), remembered('two', { member: null })], (key, value) =>
    kept.set(key, value),
  );
  const written = kept.get(SUMMARIES)!;
  expect(written).not.toContain('secret');
  expect(summariesIn(written).map(({ id }) => id)).toEqual(['one']);
});

test('a row that cannot be read hides no other, and opening the invitation again mends it', async () => {
  const database = freshDatabase();
  const circles = new RememberedCircles(database);
  await circles.remember(remembered('one'));
  const broken = { id: 'two', circle: 'circle-two', members: 7, invitation: null };
  await database.circles.put(broken as never);
  expect((await circles.all()).map(({ id }) => id)).toEqual(['one']);
  expect(await circles.find('two')).toBeUndefined();
  const mended = await circles.findOrRemember(remembered('new', { circle: 'circle-two' }));
  expect(await circles.find('new')).toEqual(mended);
  expect(await database.circles.get('two')).toEqual(broken);
});

test('a row with some fields damaged keeps what can be read', async () => {
  const database = freshDatabase();
  const row = { ...remembered('one'), name: 7, members: [null, { name: 'Ana', colour: 2 }] };
  await database.circles.put({ ...row, clockOffset: NaN, next: { at: 'soon' } } as never);
  expect(await new RememberedCircles(database).find('one')).toEqual({
    ...remembered('one', { name: '' }),
    members: [{ name: 'Ana', colour: 2 }],
  });
});

import { expect, test } from 'vitest';
import { moveFrom, movesTo, overruledBy, removedBefore, type Move } from '../../src/domain/move.ts';

const move = (from: string, to: string, fields: Partial<Move> = {}): Move => ({
  from,
  to,
  at: 0,
  by: 'ana',
  removed: [],
  round: 1,
  ...fields,
});

test.each([
  ['nobody moved', [], null],
  ['one moved', [move('old', 'b')], 'b'],
  ['two at once: the lower id', [move('old', 'b'), move('old', 'a')], 'a'],
  ['renewed once more: the later round', [move('old', 'a'), move('old', 'b', { round: 2 })], 'b'],
  ['another circle moved', [move('other', 'a')], null],
])('where a circle has gone: %s', (_, moves, to) => {
  expect(moveFrom(moves, 'old')?.to ?? null).toBe(to);
});

test('who was removed on the way to a circle has no seat in it, and has one where they stayed', () => {
  const moves = [
    move('first', 'second', { removed: ['ben'] }),
    move('second', 'third', { removed: ['cem'] }),
    move('second', 'elsewhere', { removed: ['dia'] }),
  ];
  expect([...removedBefore(moves, 'third')]).toEqual(['cem', 'ben']);
  expect([...removedBefore(moves, 'second')]).toEqual(['ben']);
  expect([...removedBefore(moves, 'first')]).toEqual([]);
});

test('a circle knows when another new link counts instead of its own', () => {
  const moves = [move('old', 'a'), move('old', 'b')];
  expect(overruledBy(moves, 'b')?.to).toBe('a');
  expect(overruledBy(moves, 'a')).toBeNull();
  expect(overruledBy(moves, 'old')).toBeNull();
});

test('notes that a stranger has tied into a ring are followed once', () => {
  expect(movesTo([move('a', 'b'), move('b', 'a')], 'a')).toHaveLength(2);
});

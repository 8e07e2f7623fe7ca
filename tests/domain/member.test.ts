import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Colour } from '../../src/domain/member.ts';
import { freeColour, initialOf, seatsOf } from '../../src/domain/member.ts';
import { member } from '../support/records.ts';

const names = ['ana', 'ben', 'chen', 'dee', 'eli', 'fay', 'gus'];
const seven = names.map((id, i) => member(id, { joinedAt: i }));
const idsOf = (seats: ReturnType<typeof seatsOf>): string[] => seats.map((seat) => seat.member.id);

test('six have a seat, in the order of joining, and a seventh has none', () => {
  expect(idsOf(seatsOf([...seven].reverse()))).toEqual(names.slice(0, 6));
});

test('two who joined at the same moment are ordered by their ids', () => {
  expect(idsOf(seatsOf([member('ben'), member('ana')]))).toEqual(['ana', 'ben']);
});

test('who leaves frees a seat for the one who had none', () => {
  const left = seven.map((m) => (m.id === 'chen' ? { ...m, leftAt: 9 } : m));
  expect(idsOf(seatsOf(left))).toEqual(['ana', 'ben', 'dee', 'eli', 'fay', 'gus']);
});

test('who was first keeps a colour that two were given at once', () => {
  const seats = seatsOf([member('ana', { colour: 3 }), member('ben', { joinedAt: 1, colour: 3 })]);
  expect(seats.map(({ colour }) => colour)).toEqual([3, 1]);
});

test('a newcomer is given the first colour that nobody has', () => {
  expect(freeColour([])).toBe(1);
  expect(freeColour(seatsOf([member('ana'), member('ben', { colour: 3 })]))).toBe(2);
});

test('whoever joins with whatever colour, no two seats have one colour, on any screen', () => {
  const someone = fc.record({
    id: fc.string({ minLength: 1, maxLength: 3 }),
    joinedAt: fc.nat(3),
    colour: fc.integer({ min: 1, max: 6 }).map((n) => n as Colour),
    leftAt: fc.option(fc.nat(3)),
  });
  const some = fc.uniqueArray(someone, { selector: ({ id }) => id, maxLength: 10 });
  fc.assert(
    fc.property(some, (fields) => {
      const members = fields.map((m) => member(m.id, m));
      const seats = seatsOf(members);
      expect(seats.length).toBe(Math.min(6, members.filter((m) => m.leftAt === null).length));
      expect(new Set(seats.map(({ colour }) => colour)).size).toBe(seats.length);
      expect(seatsOf([...members].reverse())).toEqual(seats);
    }),
  );
});

test.each([
  ['ana', 'A'],
  ['  ömer', 'Ö'],
  ['علي', 'ع'],
  ['👩‍🚀 Maja', '👩‍🚀'],
  ['', '?'],
])('the initial of %j is %s', (name, initial) => {
  expect(initialOf(name)).toBe(initial);
});

import { expect, test } from 'vitest';
import { standIn } from '../../src/domain/stand-in.ts';

const here = ['ana', 'ben', 'cleo'];

test('whoever was to step in does, where they are here and would like to', () => {
  const session = { id: 's1', backup: 'cleo' };
  expect(standIn(session, 'tomas', here, [])).toBe('cleo');
  expect(standIn(session, 'tomas', ['ana', 'ben'], [])).not.toBe('cleo');
  expect(standIn(session, 'tomas', here, ['cleo'])).not.toBe('cleo');
});

test('else one of the willing by lot, the same in whatever order they came', () => {
  const drawn = new Set(
    Array.from({ length: 40 }, (_, i) => {
      const session = { id: `session ${i}`, backup: null };
      const one = standIn(session, 'tomas', here, []);
      expect(standIn(session, 'tomas', here.toReversed(), [])).toBe(one);
      return one;
    }),
  );
  expect(drawn).toEqual(new Set(here));
});

test('nobody is asked twice, and where all would rather not, nobody presents', () => {
  const session = { id: 's1', backup: 'ben' };
  const asked: string[] = [];
  for (let next = standIn(session, 'tomas', here, asked); next !== null;) {
    asked.push(next);
    next = standIn(session, 'tomas', here, asked);
  }
  expect(asked.toSorted()).toEqual(here);
});

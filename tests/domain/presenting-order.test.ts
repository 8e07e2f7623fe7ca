import { expect, test } from 'vitest';
import { inTurn, withPresenter } from '../../src/domain/presenting-order.ts';

const [ana, ben, cleo, dan] = ['ana', 'ben', 'cleo', 'dan'];

test.each([
  ['one part', [null], 0, ana, [ana, ben], [ana]],
  ['two in turn: the other comes second', [null, null], 0, ana, [ana, ben], [ana, ben]],
  ['the second is asked first', [ana, ben], 0, ben, [ana, ben], [ben, ana]],
  ['three in turn', [null, null, null], 0, ben, [ana, ben, cleo], [ben, ana, cleo]],
  ['two of four: nobody is made to', [null, null], 0, ana, [ana, ben, cleo, dan], [ana, null]],
  ['a later part changes alone', [ana, ben], 1, cleo, [ana, ben, cleo, dan], [ana, cleo]],
  ['who has had a turn may have another', [ana, ben], 1, ana, [ana, ben, cleo], [ana, ana]],
  ['nobody yet', [ana, ben], 0, null, [ana, ben], [null, ben]],
])('%s', (_case, before, index, member, people, after) => {
  expect(withPresenter(before, index, member, people)).toEqual(after);
});

test('after the first come those who have not presented for the longest time', () => {
  const last = new Map([
    [ana, 3],
    [ben, 2],
    [dan, 1],
  ]);
  const order = inTurn(ben, [ana, ben, cleo, dan], (member) => last.get(member) ?? -Infinity);
  expect(order).toEqual([cleo, dan, ana]);
});

import { expect, test } from 'vitest';
import { shuffled } from '../../src/components/practice/shuffled.ts';
import type { LevelContent } from '../../src/domain/practice/exercise.ts';
import { isGoodOrder } from '../../src/domain/practice/in-order.ts';
import { jsonOf } from './read-content.ts';

test('no sequence stands in a good order before anybody has moved a question', () => {
  const level = jsonOf<LevelContent<'sequence'>>('practice/en').find(([id]) => id === 'sequence');
  for (const item of level?.[1].items ?? []) {
    const order = shuffled(item);
    expect([...order].sort()).toEqual(item.questions.map((_, place) => place));
    const others = item.others.map((other) => other.order);
    expect(isGoodOrder(order, others), item.id).toBe(false);
  }
});

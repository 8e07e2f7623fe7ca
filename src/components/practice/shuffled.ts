import type { SequenceItem } from '../../domain/practice/exercise.ts';
import { isGoodOrder } from '../../domain/practice/in-order.ts';

/** The places of a sequence's questions in no good order, the same on every build. */
export function shuffled({ id, questions, others }: SequenceItem): readonly number[] {
  const right = others.map(({ order }) => order);
  for (let turn = 0; ; turn += 1) {
    const order = mixed(questions.length, `${id}${turn}`);
    if (!isGoodOrder(order, right)) return order;
  }
}

/** `count` places, mixed by a name as dice would. */
function mixed(count: number, name: string): readonly number[] {
  let seed = [...name].reduce(
    (sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 2_147_483_647,
    7,
  );
  const places = Array.from({ length: count }, (_, place) => place);
  for (let last = count - 1; last > 0; last -= 1) {
    seed = (seed * 48_271) % 2_147_483_647;
    const other = seed % (last + 1);
    [places[last], places[other]] = [places[other] ?? 0, places[last] ?? 0];
  }
  return places;
}

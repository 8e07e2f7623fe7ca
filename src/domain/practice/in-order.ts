/** Two that follow each other may change places, and it is still a good way. */
const NEARLY = 1;

/** How many pairs of an order stand the other way round. */
const turned = (order: readonly number[]): number =>
  order.reduce(
    (count, place, at) => count + order.slice(at + 1).filter((later) => later < place).length,
    0,
  );

/**
 * Whether questions stand in a good order: the right one, another right one, or nearly the right one.
 * @param order places of the questions in the right order, as somebody has put them
 */
export const isGoodOrder = (
  order: readonly number[],
  others: readonly (readonly number[])[],
): boolean =>
  turned(order) <= NEARLY ||
  others.some((other) => other.every((place, at) => place === order[at]));

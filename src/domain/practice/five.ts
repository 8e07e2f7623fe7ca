import { isBack, type Day, type Practised } from './repetition.ts';

/** So many a day are plenty. */
export const A_DAY = 5;
/** Of what is new, no more than so many are of one level, for five of a kind are dull. */
const OF_ONE_LEVEL = 3;

/** How many of today's five are still to do. */
export const leftToday = (known: readonly Practised[], today: Day): number =>
  Math.max(0, A_DAY - known.filter(({ last }) => last === today).length);

/**
 * What to do next: what is back, the longest waiting first; then what is new, in the order of learning; then what was
 * done longest ago. Nothing that was done today, unless it is all there is.
 * @param levels the exercises of each level, easy ones first
 */
export function nextOnes(
  levels: readonly (readonly string[])[],
  known: readonly Practised[],
  today: Day,
  most = A_DAY,
): string[] {
  const all = new Set(levels.flat());
  const here = known.filter(({ item }) => all.has(item));
  const back = here
    .filter((one) => isBack(one, today))
    .toSorted((one, other) => (one.back ?? 0) - (other.back ?? 0));
  const done = new Set(here.map(({ item }) => item));
  const fresh = levels.flatMap((items) =>
    items.filter((item) => !done.has(item)).slice(0, OF_ONE_LEVEL),
  );
  const again = here
    .filter((one) => !isBack(one, today))
    .toSorted((one, other) => one.last - other.last);
  return [...back.map(({ item }) => item), ...fresh, ...again.map(({ item }) => item)].slice(
    0,
    most,
  );
}

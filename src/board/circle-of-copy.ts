import { markOf, type CircleCopy } from '../document/circle-copy.ts';
import type { RememberedCircle } from '../storage/database.ts';
import type { CirclesHere } from './circles-here.svelte.ts';

/** The circle of this browser that a copy is of. */
export async function circleOfCopy(
  here: CirclesHere,
  copy: CircleCopy,
): Promise<RememberedCircle | null> {
  const isOf = ({ circle, before = [] }: RememberedCircle): boolean =>
    [circle, ...before].some((id) => markOf(id) === copy.mark);
  return (await here.all()).find(isOf) ?? null;
}

import type { CircleId, CircleTime, MemberId } from './ids.ts';

/**
 * A circle has got a new link. The note stays behind in the circle as it was, and comes along to the new one; it
 * names neither the secret nor anything that leads to it, for a circle's id is a hash.
 */
export interface Move {
  readonly to: CircleId;
  readonly from: CircleId;
  readonly at: CircleTime;
  readonly by: MemberId;
  /** Whose seats are free from then on. */
  readonly removed: readonly MemberId[];
  /** More than one where a device had to renew again, because two had renewed at once. */
  readonly round: number;
}

/** Of two moves away from one circle, which counts: the later round, then the lower id. Negative for the first. */
export const byWeight = (a: Move, b: Move): number =>
  b.round - a.round || (a.to < b.to ? -1 : a.to > b.to ? 1 : 0);

/** The move that led away from this circle, for those who stayed behind. */
export function moveFrom(moves: readonly Move[], circle: CircleId): Move | null {
  return moves.filter(({ from }) => from === circle).sort(byWeight)[0] ?? null;
}

/** The moves that led to this circle, the last one first. */
export function movesTo(moves: readonly Move[], circle: CircleId): Move[] {
  const path: Move[] = [];
  const known = new Map(moves.map((move) => [move.to, move]));
  let move = known.get(circle);
  while (move && !path.includes(move)) {
    path.push(move);
    move = known.get(move.from);
  }
  return path;
}

/** Who has lost their seat on the way to this circle, whatever else a record may say of them. */
export function removedBefore(moves: readonly Move[], circle: CircleId): ReadonlySet<MemberId> {
  return new Set(movesTo(moves, circle).flatMap(({ removed }) => removed));
}

/** Another move that was made at the same time and counts instead of the one that led here. */
export function overruledBy(moves: readonly Move[], circle: CircleId): Move | null {
  const [mine] = movesTo(moves, circle);
  const best = mine && moveFrom(moves, mine.from);
  return best && best.to !== circle ? best : null;
}

/**
 * Moves that were made at the same time as the one that led here and that left somebody behind who has come here. Two
 * who renew hear of each other and honour both; these are of devices that nothing connected then.
 */
export function removalsMissed(moves: readonly Move[], circle: CircleId): Move[] {
  const [mine] = movesTo(moves, circle);
  if (!mine) return [];
  const isHonoured = removedBefore(moves, circle);
  return moves
    .filter(({ from, to }) => from === mine.from && to !== mine.to)
    .map((move) => ({ ...move, removed: move.removed.filter((id) => !isHonoured.has(id)) }))
    .filter(({ removed }) => removed.length > 0);
}

/** The names that this circle had before, and those that lost against its own when two renewed at once. */
export function formerNames(moves: readonly Move[], circle: CircleId): ReadonlySet<CircleId> {
  const before = new Set(movesTo(moves, circle).map(({ from }) => from));
  const lost = moves.filter(({ from, to }) => before.has(from) && to !== circle);
  return new Set([...before, ...lost.map(({ to }) => to)]);
}

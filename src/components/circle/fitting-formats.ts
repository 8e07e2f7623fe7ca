import type { Format } from '../../domain/format.ts';

/** What a circle needs a session for, where it is more than its usual one. */
export type Need = 'first' | 'review' | null;

/** The formats that are for one need only. */
const needs: Readonly<Record<string, Need>> = { first75: 'first', review30: 'review' };

/**
 * All formats: those first that fit so many people, and among these what the circle needs now, then the ones made for
 * just that number. What it does not need comes last.
 */
export function fittingFirst(
  formats: readonly Format[],
  people: number,
  need: Need = null,
): Format[] {
  const fits = ({ people: [fewest, most] }: Format): boolean => fewest <= people && people <= most;
  const room = ({ people: [fewest, most] }: Format): number => most - fewest;
  const minutes = ({ phases }: Format): number =>
    phases.reduce((sum, phase) => sum + phase.minutes, 0);
  const rank = ({ id, people: [fewest, most] }: Format): number => {
    const only = needs[id] ?? null;
    // Two people who try it out for the first time take turns.
    const isForTwo = need === 'first' && people === 2 && fewest === most;
    return isForTwo ? 0 : only === null ? 2 : only === need ? 1 : 3;
  };
  return [...formats].sort(
    (a, b) =>
      Number(fits(b)) - Number(fits(a)) ||
      rank(a) - rank(b) ||
      room(a) - room(b) ||
      minutes(b) - minutes(a),
  );
}

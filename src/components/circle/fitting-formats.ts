import type { Format } from '../../domain/format.ts';

/** All formats, those first that fit so many people, and among these the ones made for just that number. */
export function fittingFirst(formats: readonly Format[], people: number): Format[] {
  const fits = ({ people: [fewest, most] }: Format): boolean => fewest <= people && people <= most;
  const room = ({ people: [fewest, most] }: Format): number => most - fewest;
  const minutes = ({ phases }: Format): number =>
    phases.reduce((sum, phase) => sum + phase.minutes, 0);
  return [...formats].sort(
    (a, b) => Number(fits(b)) - Number(fits(a)) || room(a) - room(b) || minutes(b) - minutes(a),
  );
}

import { fadeDatesIn, fadedMarksIn } from '../document/fade-dates.ts';
import { fadeDateOf, isFaded } from '../domain/fading.ts';
import type { CircleTime } from '../domain/ids.ts';
import type { CircleBoard } from './circle-board.svelte.ts';

/** When the next notes fade whose day is known. */
export function nextFade({ document, past }: CircleBoard): CircleTime | null {
  const days = past
    .filter(({ id }) => !isFaded(id, fadedMarksIn(document).all()))
    .flatMap(({ id }) => fadeDateOf(id, fadeDatesIn(document).all())?.on ?? []);
  return days.length > 0 ? Math.min(...days) : null;
}

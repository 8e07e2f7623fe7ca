import type { Phase } from './format.ts';
import type { Turn } from './session.ts';

/**
 * What is done in a phase. Ideas wait for the presenter's own word, and nobody else's counts; who wants none is asked
 * questions in the time for them.
 */
export function phaseDone(planned: Phase, turn: Turn | null): Phase {
  if (planned !== 'offers') return planned;
  const wish = turn?.ideas;
  if (!wish || wish.by !== turn.presenter) return 'before-offers';
  return wish.wanted ? planned : 'explore';
}

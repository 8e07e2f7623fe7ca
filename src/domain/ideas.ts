import type { Phase } from './format.ts';
import type { Turn } from './session.ts';

/** What a presenter has said of ideas. Nobody else's word counts. */
export type IdeasWanted = 'not-said' | 'wanted' | 'rather-questions';

export const ideasWanted = (turn: Turn | null): IdeasWanted =>
  !turn?.ideas || turn.ideas.by !== turn.presenter
    ? 'not-said'
    : turn.ideas.wanted
      ? 'wanted'
      : 'rather-questions';

/** What is done in a phase: who wants no ideas is asked questions in the time for them. */
export const phaseDone = (planned: Phase, turn: Turn | null): Phase =>
  planned === 'offers' && ideasWanted(turn) === 'rather-questions' ? 'explore' : planned;

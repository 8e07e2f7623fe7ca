import type { CircleTime, NormId, SessionId } from './ids.ts';
import { heirOf, type Norm } from './norm.ts';

/** A norm that somebody holds up in a session, without a word. Nobody's name is on it. */
export interface RaisedCard {
  readonly session: SessionId;
  readonly norm: NormId;
  readonly at: CircleTime;
}

/** The card that all see, where several are up: the latest whose norm is in force, also in newer words. */
export const topCard = (
  cards: readonly RaisedCard[],
  session: SessionId,
  norms: readonly Norm[],
): RaisedCard | null =>
  cards
    .filter((card) => card.session === session && heirOf(norms, card.norm) !== null)
    .toSorted((a, b) => b.at - a.at)[0] ?? null;

import type { CircleTime, MemberId, NormId, SessionId } from './ids.ts';

/** A norm card that somebody holds up, without a word. One at a time. */
export interface RaisedCard {
  readonly session: SessionId;
  /** Which norm; `null` where they do not say. */
  readonly norm: NormId | null;
  /** Not shown: the card speaks for itself. */
  readonly by: MemberId;
  readonly at: CircleTime;
}

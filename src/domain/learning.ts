import type { CircleTime, MemberId, SessionId } from './ids.ts';

/** What a member learned about themselves in a session. It exists for others only after the reveal. */
export interface Learning {
  readonly session: SessionId;
  readonly member: MemberId;
  readonly text: string;
  readonly at: CircleTime;
  readonly changedAt: CircleTime | null;
  /** True when its author keeps it beyond the day on which the notes fade. */
  readonly kept?: boolean | undefined;
}

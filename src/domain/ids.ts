/** A string that stands for one kind of thing, so that a member's id cannot be passed for a norm's. */
type Id<Kind extends string> = string & { readonly __kind?: Kind };

/** The standing group: names its log on this disk and its room on the link. Derived from the secret. */
export type CircleId = Id<'circle'>;
export type MemberId = Id<'member'>;
/** One browser in which a member has taken a seat. Two tabs of it are one device. */
export type DeviceId = Id<'device'>;
export type NormId = Id<'norm'>;
/** A norm of the library, the same for ever: `co1`. */
export type NormName = Id<'norm name'>;
export type SessionId = Id<'session'>;
export type TurnId = Id<'turn'>;
export type QuestionId = Id<'question'>;
export type CommitmentId = Id<'commitment'>;

/** Milliseconds since 1970 in circle time: the clock that all members' screens agree on. */
export type CircleTime = number;

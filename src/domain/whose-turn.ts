import type { CircleTime, MemberId, SessionId } from './ids.ts';

/** A member has said that they cannot come to the meeting that is fixed; another date asks anew. */
export interface Absence {
  /** When that meeting is. */
  readonly meeting: CircleTime;
  readonly member: MemberId;
  readonly at: CircleTime;
}

/** Somebody is here and would rather not present today, or would rather have no role at all. Their place is kept. */
export interface NotToday {
  readonly session: SessionId;
  readonly member: MemberId;
  readonly what: 'presenting' | 'roles';
  readonly at: CircleTime;
}

/** What members do during a session, one person each. */
export const sessionRoles = ['presenter', 'steward', 'observer'] as const;
export type SessionRole = (typeof sessionRoles)[number];

/** One member asks another to take over a role of theirs, and takes what the other had; it counts once both agree. */
export interface Swap {
  readonly id: string;
  readonly session: SessionId;
  readonly role: SessionRole;
  readonly from: MemberId;
  readonly to: MemberId;
  readonly askedAt: CircleTime;
  readonly agreedAt: CircleTime | null;
  readonly withdrawnAt: CircleTime | null;
  readonly undoneAt: CircleTime | null;
  readonly undoneBy: MemberId | null;
}

/** Who has which role now; a session of several parts has several presenters. */
export interface RolesNow {
  readonly presenters: readonly (MemberId | null)[];
  readonly steward: MemberId | null;
  readonly observer: MemberId | null;
}

export type SwapStage = 'asked' | 'agreed' | 'withdrawn' | 'undone';

/** Where one agrees while the other withdraws, it was agreed: that is what the roles say, too. */
export const stageOf = ({ agreedAt, withdrawnAt, undoneAt }: Swap): SwapStage =>
  agreedAt !== null
    ? undoneAt === null
      ? 'agreed'
      : 'undone'
    : withdrawnAt === null
      ? 'asked'
      : 'withdrawn';

export const has = (roles: RolesNow, role: SessionRole, member: MemberId): boolean =>
  role === 'presenter' ? roles.presenters.includes(member) : roles[role] === member;

/** Two members exchange all that they have. `null` where the first no longer has the role that it is about. */
export function exchanged(
  roles: RolesNow,
  role: SessionRole,
  from: MemberId,
  to: MemberId,
): RolesNow | null {
  if (!has(roles, role, from)) return null;
  const other = (member: MemberId | null): MemberId | null =>
    member === from ? to : member === to ? from : member;
  return {
    presenters: roles.presenters.map(other),
    steward: other(roles.steward),
    observer: other(roles.observer),
  };
}

/** Roles that went to a presenter, too, because two things were changed at the same moment: they are free again. */
export const doubled = ({ presenters, steward, observer }: RolesNow): SessionRole[] => {
  const isBusy = (member: MemberId | null): boolean =>
    member !== null && presenters.length === 1 && presenters.includes(member);
  return [
    ...(isBusy(steward) ? (['steward'] as const) : []),
    ...(isBusy(observer) || (observer !== null && observer === steward)
      ? (['observer'] as const)
      : []),
  ];
};

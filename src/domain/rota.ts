import type { CircleTime, MemberId, SessionId } from './ids.ts';
import { partsOf, type Session, type Turn } from './session.ts';

/** What members do for a session in turn. Host and backup are there for the next one. */
export const roles = ['presenter', 'steward', 'observer', 'host', 'backup'] as const;
export type RoleName = (typeof roles)[number];

/** Who did what, in one session. */
export interface Served {
  readonly session: SessionId;
  readonly at: CircleTime;
  readonly by: Readonly<Record<RoleName, readonly MemberId[]>>;
}

/** Who is to do what. `null`: nobody, or nobody who can. */
export type Roles = Readonly<Record<RoleName, MemberId | null>>;

export interface Asked {
  /** Who is here, or is expected; in any order. */
  readonly members: readonly MemberId[];
  /** Who would rather not present this time. They keep their place and come first the next time. */
  readonly notToday?: ReadonlySet<MemberId>;
  /** Who has been chosen to present already; the rest is arranged round them. */
  readonly presenter?: MemberId;
}

/** An observer needs that many: with fewer, everyone is needed to ask. */
export const FEWEST_WITH_OBSERVER = 5;
/** With so few, one may be steward twice in a row. */
const FEW = 3;

/** The log that the rota is read from, out of a circle's records, the oldest first. */
export function servedIn(sessions: readonly Session[], turns: readonly Turn[]): Served[] {
  const list = (member: MemberId | null): MemberId[] => (member === null ? [] : [member]);
  return sessions
    .map((session) => ({
      session: session.id,
      at: session.startedAt,
      by: {
        presenter: partsOf(session, turns).flatMap(({ presenter }) => list(presenter)),
        steward: list(session.steward),
        observer: list(session.observer),
        host: list(session.host),
        backup: list(session.backup),
      },
    }))
    .sort(byTime);
}

const byTime = (a: Served, b: Served): number =>
  a.at - b.at || (a.session < b.session ? -1 : a.session > b.session ? 1 : 0);

/**
 * Who is to do what, by one rule: whoever has not done it for the longest time, those who never did before all others.
 * Nobody has two of presenter, steward and observer, and where four or more are here nobody is steward twice in a row.
 *
 * Among those who are equal, the steward and the host are whoever presented last (they know how it feels), the observer
 * and the backup whoever presents next (they see how it is done). So the roles follow each other round the circle, and
 * while everybody comes, nobody has had a role more than once oftener than another. What is still equal is decided by
 * the ids, which are drawn: the same on every device, and no one's choice.
 */
export function suggestRoles(
  log: readonly Served[],
  { members, notToday, presenter: chosen }: Asked,
): Roles {
  const sorted = [...log].sort(byTime);
  const last = lastTimes(sorted);
  const here = [...new Set(members)].sort();
  const willing = here.filter((member) => !notToday?.has(member));
  const { longestFirst, first } = order(last);

  const line = [...willing].sort(longestFirst('presenter'));
  const presenter = chosen ?? line[0] ?? null;
  const free = (taken: readonly (MemberId | null)[]): MemberId[] =>
    here.filter((member) => !taken.includes(member));

  const wasSteward = here.length > FEW ? (sorted.at(-1)?.by.steward ?? []) : [];
  const rested = free([presenter, ...wasSteward]);
  const steward =
    here.length < FEW ? null : first('steward', 'presented last', rested, free([presenter]));
  const observer =
    here.length < FEWEST_WITH_OBSERVER
      ? null
      : first('observer', 'presents next', free([presenter, steward]));
  const host = first('host', 'presented last', free([presenter, steward]), free([presenter]));
  const ready = free([presenter]).filter((member) => willing.includes(member));
  const backup = first('backup', 'presents next', ready);
  return { presenter, steward, observer, host, backup };
}

type Last = Readonly<Record<RoleName, ReadonlyMap<MemberId, number>>>;

/** For each role, the place in the log of the last session in which a member had it. */
function lastTimes(log: readonly Served[]): Last {
  const last = (role: RoleName): Map<MemberId, number> =>
    new Map(log.flatMap(({ by }, at) => by[role].map((member) => [member, at])));
  return {
    presenter: last('presenter'),
    steward: last('steward'),
    observer: last('observer'),
    host: last('host'),
    backup: last('backup'),
  };
}

function order(last: Last) {
  type Compare = (a: MemberId, b: MemberId) => number;
  const since = (role: RoleName, member: MemberId): number => last[role].get(member) ?? -1;
  const longestFirst =
    (role: RoleName): Compare =>
    (a, b) =>
      since(role, a) - since(role, b) || (a < b ? -1 : 1);
  const inLine = longestFirst('presenter');

  /** Out of the first group that has somebody. */
  function first(
    role: RoleName,
    tie: 'presented last' | 'presents next',
    ...groups: readonly (readonly MemberId[])[]
  ): MemberId | null {
    const group = groups.find(({ length }) => length > 0) ?? [];
    const compare: Compare = (a, b) =>
      since(role, a) - since(role, b) || (tie === 'presents next' ? inLine(a, b) : inLine(b, a));
    return [...group].sort(compare)[0] ?? null;
  }
  return { longestFirst, first };
}

/** How often and when a member had a role, to say why the rota says what it says. */
export interface Service {
  readonly times: number;
  /** Out of how many sessions in the log. */
  readonly of: number;
  readonly last: CircleTime | null;
}

export function serviceOf(log: readonly Served[], role: RoleName, member: MemberId): Service {
  const had = log.filter(({ by }) => by[role].includes(member));
  return {
    times: had.length,
    of: log.length,
    last: had.reduce<CircleTime | null>((last, { at }) => Math.max(last ?? at, at), null),
  };
}

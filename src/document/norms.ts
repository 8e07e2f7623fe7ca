import type { CircleTime, NormId } from '../domain/ids.ts';
import { statusAfter } from '../domain/norm.ts';
import type { Ballot, Norm, NormStatus, Ratification } from '../domain/norm.ts';
import type { CircleDocument } from './circle-document.ts';
import {
  count,
  id,
  maybeId,
  maybeTime,
  parser,
  someText,
  time,
  words,
  type Parse,
} from './parse.ts';
import * as v from './shapes.ts';
import { records, values } from './table.ts';

export const parseNorm: Parse<Norm> = parser(
  v.object({
    id,
    text: someText,
    why: words,
    looksLike: words,
    slipLine: words,
    group: words,
    template: maybeId,
    amends: maybeId,
    proposedBy: id,
    proposedAt: time,
    status: v.picklist(['proposed', 'trial', 'adopted', 'retired']),
    trialSessions: v.optional(count, 0),
    sameAs: maybeId,
    retires: v.optional(v.boolean(), false),
    asksEveryone: v.optional(v.boolean(), false),
    decidedAt: maybeTime,
    retiredAt: maybeTime,
  }),
);

export const parseBallot: Parse<Ballot> = parser(
  v.object({
    norm: id,
    member: id,
    stance: v.picklist(['consent', 'concern', 'objection']),
    reason: words,
    at: time,
  }),
);

export const parseRatification: Parse<Ratification> = parser(
  v.object({ member: id, set: id, at: time }),
);

export const normsIn = records('norms', parseNorm);
export const ballotsIn = values('ballots', parseBallot, (row) => [row.norm, row.member]);
export const ratificationsIn = values('ratifications', parseRatification, (row) => [
  row.member,
  row.set,
]);

export function propose(circle: CircleDocument, norm: Norm): void {
  circle.write(() => normsIn(circle).put(norm));
}

/** Records a stance. When it was the last one missing, what was proposed comes to be. */
export function answer(
  circle: CircleDocument,
  ballot: Ballot,
  isLast: boolean,
  aside: readonly NormId[] = [],
): void {
  circle.write(() => {
    ballotsIn(circle).put(ballot);
    if (isLast) settle(circle, ballot.norm, ballot.at, aside);
  });
}

/** Everyone has said yes to a proposal. */
export function agreeTo(
  circle: CircleDocument,
  norm: NormId,
  at: CircleTime,
  aside: readonly NormId[] = [],
): void {
  circle.write(() => settle(circle, norm, at, aside));
}

/** What it amends, and what says the same, goes with it. */
function settle(
  circle: CircleDocument,
  id: NormId,
  at: CircleTime,
  aside: readonly NormId[],
): void {
  const norm = normsIn(circle)
    .all()
    .find((each) => each.id === id);
  if (!norm) return;
  decide(circle, id, statusAfter(norm), at);
  for (const other of [...aside, ...(norm.amends === null ? [] : [norm.amends])]) {
    if (other !== id) decide(circle, other, 'retired', at);
  }
}

export function setNormStatus(
  circle: CircleDocument,
  norm: NormId,
  status: NormStatus,
  at: CircleTime,
): void {
  circle.write(() => decide(circle, norm, status, at));
}

/** Within an act: a norm's status, and since when. */
export function decide(
  circle: CircleDocument,
  norm: NormId,
  status: NormStatus,
  at: CircleTime,
): void {
  const since = status === 'retired' ? { retiredAt: at } : { decidedAt: at };
  normsIn(circle).patch(norm, { status, ...since });
}

export function ratify(circle: CircleDocument, ratification: Ratification): void {
  circle.write(() => ratificationsIn(circle).put(ratification));
}

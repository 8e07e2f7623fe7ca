import type { NormId } from '../domain/ids.ts';
import type { Ballot, Norm, NormStatus, Ratification } from '../domain/norm.ts';
import type { CircleDocument } from './circle-document.ts';
import { count, id, maybeId, parser, someText, time, words, type Parse } from './parse.ts';
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

/** Records a stance, and adopts the norm with it when that stance was the last one missing. */
export function answer(circle: CircleDocument, ballot: Ballot, adopts: boolean): void {
  circle.write(() => {
    ballotsIn(circle).put(ballot);
    if (adopts) normsIn(circle).patch(ballot.norm, { status: 'adopted' });
  });
}

export function setNormStatus(circle: CircleDocument, norm: NormId, status: NormStatus): void {
  circle.write(() => normsIn(circle).patch(norm, { status }));
}

export function ratify(circle: CircleDocument, ratification: Ratification): void {
  circle.write(() => ratificationsIn(circle).put(ratification));
}

import { agreeingSteps, type Agreeing, type Star } from '../domain/agreeing.ts';
import type { NormId } from '../domain/ids.ts';
import type { Ballot, Norm } from '../domain/norm.ts';
import type { CircleDocument } from './circle-document.ts';
import { ballotsIn, decide, normsIn } from './norms.ts';
import { id, maybeId, parser, time, type Parse } from './parse.ts';
import * as v from './shapes.ts';
import { values } from './table.ts';

/** How a circle comes from many wishes to one set of norms. */

export const parseAgreeing: Parse<Agreeing> = parser(
  v.object({
    session: id,
    // A step that only a newer version knows is the last one that this one knows.
    step: v.fallback(v.picklist(agreeingSteps), 'in'),
    by: id,
    at: time,
  }),
);

export const parseStar: Parse<Star> = parser(v.object({ member: id, norm: maybeId, at: time }));

export const agreeingIn = values('agreeing', parseAgreeing, (row) => [row.session]);
/** One value a member, so that nobody has two stars. */
export const starsIn = values('stars', parseStar, (row) => [row.member]);

/** Puts a whole shortlist in, in one act. */
export function putIn(circle: CircleDocument, norms: readonly Norm[]): void {
  circle.write(() => {
    for (const norm of norms) normsIn(circle).put(norm);
  });
}

export function takeOut(circle: CircleDocument, norms: readonly NormId[]): void {
  circle.write(() => {
    for (const norm of norms) normsIn(circle).remove(norm);
  });
}

/** Goes to a step for everyone; what nobody asks about any more is put aside with it. */
export function goToStep(
  circle: CircleDocument,
  agreeing: Agreeing,
  aside: readonly NormId[] = [],
): void {
  circle.write(() => {
    agreeingIn(circle).put(agreeing);
    for (const norm of aside) decide(circle, norm, 'retired', agreeing.at);
  });
}

export function star(circle: CircleDocument, given: Star): void {
  circle.write(() => starsIn(circle).put(given));
}

/** Says that a proposal is the same as another one; `null` takes them apart. */
export function putTogether(circle: CircleDocument, norm: NormId, sameAs: NormId | null): void {
  circle.write(() => normsIn(circle).patch(norm, { sameAs }));
}

/** A proposal is meant for so many sessions, and then asked about again. */
export function tryFor(circle: CircleDocument, norm: NormId, trialSessions: number): void {
  circle.write(() => normsIn(circle).patch(norm, { trialSessions }));
}

/** Says that nobody wants these any more. */
export function putAside(circle: CircleDocument, norms: readonly NormId[], at: number): void {
  circle.write(() => {
    for (const norm of norms) decide(circle, norm, 'retired', at);
  });
}

/** Puts a new wording in, with its writer's consent. */
export function reword(circle: CircleDocument, norm: Norm, consent: Ballot): void {
  circle.write(() => {
    normsIn(circle).put(norm);
    ballotsIn(circle).put(consent);
  });
}

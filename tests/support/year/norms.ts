import {
  agreeTo,
  answer,
  ballotsIn,
  normsIn,
  propose,
  ratificationsIn,
  ratify,
} from '../../../src/document/norms.ts';
import { normSetFingerprint } from '../../../src/document/norm-set.ts';
import { membersIn } from '../../../src/document/members.ts';
import type { MemberId } from '../../../src/domain/ids.ts';
import { seatsOf } from '../../../src/domain/member.ts';
import { notYetIn } from '../../../src/domain/newcomer.ts';
import { hasConsent, inForce } from '../../../src/domain/norm.ts';
import { pastSessions } from '../../../src/domain/session.ts';
import { reviewDue } from '../../../src/domain/norm-review.ts';
import { sessionsIn } from '../../../src/document/sessions.ts';
import * as record from '../records.ts';
import type { YearOfCircle } from './circle.ts';

/** One puts new words in, in the place of a norm that is kept or beside them; all consent, each on their own device. */
export function agreeOnNorm(year: YearOfCircle, here: readonly MemberId[]): void {
  const { now, of, newId, dice } = year;
  const kept = year.agreed('norms', (circle) => inForce(normsIn(circle).all()));
  const by = dice.pick(here);
  const id = newId('n');
  const amends = kept.length > 1 ? dice.pick(kept).id : null;
  const words = { text: `We keep to ${id}.`, proposedBy: by, proposedAt: now, amends };
  propose(of(by), record.norm(id, { ...words, status: 'proposed' }));
  year.settle();
  for (const member of here) {
    answer(of(member), { ...record.ballot(id, member, 'consent'), at: now }, false);
    year.some();
  }
  year.settle();
  const consent = year.agreed('consent', (circle) => hasConsent(id, ballotsIn(circle).all(), here));
  if (consent) agreeTo(of(dice.pick(here)), id, now);
  year.settle();
}

/** Whoever is here and has not said so yet says "I'm in" to exactly these norms. */
export function sayIn(year: YearOfCircle, here: readonly MemberId[]): void {
  for (const member of notYet(year)) {
    if (!here.includes(member)) continue;
    const set = normSetFingerprint(normsIn(year.of(member)).all());
    ratify(year.of(member), { member, set, at: year.now });
  }
  year.settle();
}

/** Who has not said "I'm in" to the norms as they are. */
export const notYet = (year: YearOfCircle): MemberId[] =>
  year.agreed('who is in', (circle) =>
    notYetIn(
      seatsOf(membersIn(circle).all()).map(({ member }) => member),
      ratificationsIn(circle).all(),
      normSetFingerprint(normsIn(circle).all()),
    ),
  );

export const reviewReason = (year: YearOfCircle) =>
  year.agreed('time for a review', (circle) =>
    reviewDue(
      pastSessions(sessionsIn(circle).all(), year.now),
      inForce(normsIn(circle).all()),
      ratificationsIn(circle).all(),
      membersIn(circle).all(),
    ),
  );

import type { MemberId } from '../domain/ids.ts';
import type { Session, Turn } from '../domain/session.ts';
import {
  exchanged,
  sessionRoles,
  type Absence,
  type NotToday,
  type RolesNow,
  type Swap,
} from '../domain/whose-turn.ts';
import type { CircleDocument } from './circle-document.ts';
import { id, maybeId, maybeTime, parser, time, type Parse } from './parse.ts';
import { sessionsIn } from './sessions.ts';
import * as v from './shapes.ts';
import { records, values } from './table.ts';
import { turnsIn } from './turns.ts';

export const parseAbsence: Parse<Absence> = parser(
  v.object({ meeting: time, member: id, at: time }),
);

export const parseNotToday: Parse<NotToday> = parser(
  v.object({ session: id, member: id, what: v.picklist(['presenting', 'roles']), at: time }),
);

export const parseSwap: Parse<Swap> = parser(
  v.object({
    id,
    session: id,
    role: v.picklist(sessionRoles),
    from: id,
    to: id,
    askedAt: time,
    agreedAt: maybeTime,
    withdrawnAt: maybeTime,
    undoneAt: maybeTime,
    undoneBy: maybeId,
  }),
);

export const absencesIn = values('absences', parseAbsence, ({ meeting, member }) => [
  String(meeting),
  member,
]);
export const notTodayIn = values('notToday', parseNotToday, (row) => [row.session, row.member]);
export const swapsIn = records('swaps', parseSwap);

export function sayAbsent(circle: CircleDocument, absence: Absence): void {
  circle.write(() => absencesIn(circle).put(absence));
}

export function comeAfterAll(
  circle: CircleDocument,
  { meeting, member }: Pick<Absence, 'meeting' | 'member'>,
): void {
  circle.write(() => absencesIn(circle).remove([String(meeting), member]));
}

export function sayNotToday(circle: CircleDocument, row: NotToday): void {
  circle.write(() => notTodayIn(circle).put(row));
}

export function todayAfterAll(
  circle: CircleDocument,
  { session, member }: Pick<NotToday, 'session' | 'member'>,
): void {
  circle.write(() => notTodayIn(circle).remove([session, member]));
}

export function askToSwap(circle: CircleDocument, swap: Swap): void {
  circle.write(() => swapsIn(circle).put(swap));
}

export function withdrawSwap(circle: CircleDocument, swap: string, withdrawnAt: number): void {
  circle.write(() => swapsIn(circle).patch(swap, { withdrawnAt }));
}

/** Both agree: the roles change hands, and the note of it says when. */
export function agreeToSwap(
  circle: CircleDocument,
  { id, role, from, to }: Swap,
  session: Session,
  turns: readonly Turn[],
  agreedAt: number,
): void {
  const now = rolesNow(session, turns);
  const next = exchanged(now, role, from, to);
  if (!next) return;
  circle.write(() => {
    swapsIn(circle).patch(id, { agreedAt });
    giveRoles(circle, session, turns, next);
  });
}

/** The roles go back where both still have what the swap gave them; the note stays. */
export function undoSwap(
  circle: CircleDocument,
  { id, role, from, to }: Swap,
  session: Session,
  turns: readonly Turn[],
  { by, at }: { readonly by: MemberId; readonly at: number },
): void {
  const next = exchanged(rolesNow(session, turns), role, to, from);
  if (!next) return;
  circle.write(() => {
    swapsIn(circle).patch(id, { undoneAt: at, undoneBy: by });
    giveRoles(circle, session, turns, next);
  });
}

export const rolesNow = ({ steward, observer }: Session, turns: readonly Turn[]): RolesNow => ({
  presenters: turns.map(({ presenter }) => presenter),
  steward,
  observer,
});

/** Writes only what changes, so that what another changes at the same moment stands. */
export function giveRoles(
  circle: CircleDocument,
  session: Session,
  turns: readonly Turn[],
  next: RolesNow,
): void {
  circle.write(() => {
    turns.forEach(({ id, presenter }, i) => {
      const member = next.presenters[i] ?? null;
      if (member !== presenter) turnsIn(circle).patch(id, { presenter: member });
    });
    if (next.steward !== session.steward)
      sessionsIn(circle).patch(session.id, { steward: next.steward });
    if (next.observer !== session.observer)
      sessionsIn(circle).patch(session.id, { observer: next.observer });
  });
}

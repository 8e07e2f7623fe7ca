import { USUAL_STAY } from '../domain/fade-day.ts';
import { phases } from '../domain/format.ts';
import type { CircleTime, MemberId, SessionId } from '../domain/ids.ts';
import { replanned } from '../domain/replanned.ts';
import type { SessionClock } from '../domain/session-clock.ts';
import type { Attendance, Session, Turn } from '../domain/session.ts';
import type { CircleDocument } from './circle-document.ts';
import { fadeDatesIn } from './fade-dates.ts';
import { count, id, maybeId, maybeTime, parser, time, words, type Parse } from './parse.ts';
import * as v from './shapes.ts';
import { putAllDown } from './raised-cards.ts';
import { records, values } from './table.ts';
import { turnsIn } from './turns.ts';

const plan = v.pipe(
  v.array(v.object({ phase: v.fallback(v.picklist(phases), 'unknown'), minutes: count })),
  v.minLength(1),
  v.maxLength(60),
);

const clock: v.Shape<SessionClock> = v.object({
  step: count,
  since: time,
  spent: v.pipe(v.array(v.pipe(time, v.minValue(0))), v.maxLength(60)),
  allowed: v.pipe(v.array(count), v.maxLength(60)),
  paused: v.boolean(),
  change: words,
});

const changed = v.object({
  id,
  by: id,
  format: id,
  plan,
  presenters: v.pipe(v.array(v.nullable(id)), v.maxLength(60)),
});

export const parseSession: Parse<Session> = parser(
  v.pipe<Session>(
    v.object({
      id,
      format: id,
      plan,
      startedAt: time,
      startedBy: id,
      steward: maybeId,
      observer: maybeId,
      host: maybeId,
      backup: maybeId,
      clock,
      changed: v.optional(v.nullable(changed), null),
      steeredBy: maybeId,
      pausedBy: maybeId,
      revealedAt: maybeTime,
      closedAt: maybeTime,
    }),
    v.transform(replanned),
    v.check(
      ({ plan, clock }) =>
        clock.step < plan.length &&
        clock.allowed.length === plan.length &&
        clock.spent.length === plan.length,
    ),
  ),
);

export const parseAttendance: Parse<Attendance> = parser(
  v.object({ session: id, member: id, at: time }),
);

export const sessionsIn = records('sessions', parseSession);
export const attendanceIn = values('attendance', parseAttendance, (row) => [
  row.session,
  row.member,
]);

/** Begins a session with its presenters' parts, and closes those that were left open. */
export function startSession(
  circle: CircleDocument,
  session: Session,
  turns: readonly Turn[],
  forgotten: readonly SessionId[],
): void {
  circle.write(() => {
    for (const id of forgotten) close(circle, id, session.startedAt);
    sessionsIn(circle).put(session);
    for (const turn of turns) turnsIn(circle).put(turn);
  });
}

export function attend(circle: CircleDocument, attendance: Attendance): void {
  circle.write(() => attendanceIn(circle).put(attendance));
}

export function steer(
  circle: CircleDocument,
  session: SessionId,
  clock: SessionClock,
  by: Partial<Pick<Session, 'steeredBy' | 'pausedBy'>>,
): void {
  circle.write(() => {
    sessionsIn(circle).patch(session, { clock, ...by });
    if (by.steeredBy) putAllDown(circle);
  });
}

export function setSteward(
  circle: CircleDocument,
  session: SessionId,
  steward: MemberId | null,
): void {
  circle.write(() => sessionsIn(circle).patch(session, { steward }));
}

export function reveal(circle: CircleDocument, session: SessionId, revealedAt: CircleTime): void {
  circle.write(() => sessionsIn(circle).patch(session, { revealedAt }));
}

export function closeSession(
  circle: CircleDocument,
  session: SessionId,
  clock: SessionClock,
  closedAt: CircleTime,
): void {
  circle.write(() => {
    sessionsIn(circle).patch(session, { clock });
    close(circle, session, closedAt);
  });
}

/** Where nobody has chosen when the notes fade, the usual time runs from the close. */
function close(circle: CircleDocument, session: SessionId, closedAt: CircleTime): void {
  sessionsIn(circle).patch(session, { closedAt });
  putAllDown(circle);
  fadeDatesIn(circle).put({ session, on: closedAt + USUAL_STAY, by: null, at: closedAt });
}

/** Opens a session again that was closed by mistake. */
export function reopenSession(
  circle: CircleDocument,
  session: SessionId,
  clock: SessionClock,
): void {
  circle.write(() => sessionsIn(circle).patch(session, { clock, closedAt: null }));
}

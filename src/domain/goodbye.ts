import type { Member } from './member.ts';
import type { CircleTime, MemberId, SessionId } from './ids.ts';
import type { Attendance, Session } from './session.ts';

/** "I am leaving": the circle after its next session, or one session before it ends. */
export interface Goodbye {
  readonly member: MemberId;
  /** The session that the member leaves early; empty for one who leaves the circle. */
  readonly session: SessionId | '';
  readonly at: CircleTime;
}

/** Who gets a turn to say goodbye in a session, the first to say so first. */
export const farewellsIn = (
  goodbyes: readonly Goodbye[],
  session: SessionId,
  here: readonly MemberId[],
): Goodbye[] =>
  goodbyes
    .filter((goodbye) => ['', session].includes(goodbye.session) && here.includes(goodbye.member))
    .sort((a, b) => a.at - b.at || (a.member < b.member ? -1 : 1));

/** So many sessions in a row, and somebody writes a line. */
const ROW = 2;

/** Members who had a seat and did not come to the last two sessions. */
export function missedTwice(
  members: readonly Member[],
  past: readonly Session[],
  attendance: readonly Attendance[],
): MemberId[] {
  const last = past.slice(0, ROW);
  const came = new Set(attendance.map(({ session, member }) => `${session}:${member}`));
  const first = last.at(-1);
  if (last.length < ROW || !first) return [];
  return members
    .filter(
      ({ id, joinedAt, leftAt }) =>
        leftAt === null &&
        joinedAt < first.startedAt &&
        last.every((session) => !came.has(`${session.id}:${id}`)),
    )
    .map(({ id }) => id);
}

/** Of those who came last, the one who writes the line: one, so that nobody gets five. */
export function writerFor(
  missed: MemberId,
  seats: readonly MemberId[],
  cameLast: readonly MemberId[],
): MemberId | null {
  const at = seats.indexOf(missed);
  const round = [...seats.slice(at + 1), ...seats.slice(0, Math.max(0, at))];
  return round.find((member) => cameLast.includes(member)) ?? null;
}

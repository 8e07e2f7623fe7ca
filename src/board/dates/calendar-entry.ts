import { lengthOf } from '../../domain/next-meeting.ts';
import type { NextMeeting } from '../../domain/session.ts';
import type { CircleBoard } from '../circle-board.svelte.ts';
import { rhythmOf } from '../rhythm-board.svelte.ts';
import type { CalendarEntry } from './calendar-file.ts';

interface Neutral {
  readonly title: string;
  readonly words: string;
  /** The circle page of this site, without what stands behind `#`. */
  readonly address: string;
}

/** The circle's next meeting as a calendar may know it. */
export async function calendarEntry(
  board: CircleBoard,
  { at, zone }: NextMeeting,
  neutral: Neutral,
): Promise<CalendarEntry> {
  const { fixing } = rhythmOf(board);
  const { me, now } = board.writer;
  return {
    ...neutral,
    at,
    zone,
    uid: `${await nameFor(fixing.meeting ?? String(at), me)}@askwell`,
    changes: fixing.changes,
    minutes: lengthOf(board.past),
    writtenAt: now(),
  };
}

/**
 * Names a meeting for one member: the same for each of their calendars and dates, and another for everyone else, so
 * that a service which keeps the calendars of several members cannot tell by it that they meet.
 */
async function nameFor(meeting: string, member: string): Promise<string> {
  const words = new TextEncoder().encode(`askwell 1 meeting ${meeting} of ${member}`);
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', words));
  return Array.from(hash.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

import type { SessionId } from '../domain/ids.ts';
import type { Private } from './private.svelte.ts';

/** The five lines with which a presenter comes prepared. */
export const preparedLines = ['situation', 'matters', 'tried', 'part', 'question'] as const;
export type PreparedLine = (typeof preparedLines)[number];

/** Until it has its session a sheet belongs to the next one. */
const NEXT = 'next';
// Behind the name of the line stands the session, so that the line fades with my other notes of it.
const about = (line: PreparedLine, session: SessionId = NEXT): string =>
  `prepare-${line} ${session}`;

export const prepared = (mine: Private, line: PreparedLine, session?: SessionId): string =>
  (session && mine.read('draft', about(line, session))) || mine.read('draft', about(line));

export const prepare = (mine: Private, line: PreparedLine, text: string): void =>
  mine.write('draft', about(line), text);

/** From now on the sheet is a note of that session, and the one for the next is empty. */
export function belongsTo(mine: Private, session: SessionId): void {
  for (const line of preparedLines) {
    const text = mine.read('draft', about(line));
    if (text === '') continue;
    mine.write('draft', about(line, session), text);
    mine.write('draft', about(line), '');
  }
  mine.flush();
}

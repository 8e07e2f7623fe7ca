import { commitmentsIn } from '../document/commitments.ts';
import { fadedMarksIn } from '../document/fade-dates.ts';
import { questionsIn } from '../document/questions.ts';
import { turnsIn } from '../document/turns.ts';
import { goneOf } from '../domain/fading.ts';
import type { SessionId } from '../domain/ids.ts';
import type { CircleBoard } from './circle-board.svelte.ts';
import type { NoteKind, Private } from './private.svelte.ts';

const keepKey = (session: SessionId): string => `keep ${session}`;

/** Whether I keep my own notes of a session when the circle's fade. */
export const keepsMine = (mine: Private, session: SessionId): boolean =>
  mine.read('setting', keepKey(session)) !== '';

export function keepMine(mine: Private, session: SessionId, keep: boolean): void {
  mine.write('setting', keepKey(session), keep ? 'yes' : '');
  mine.flush();
}

/**
 * Which of my own notes go with the notes of marked sessions: those about the session, its parts, its questions and
 * actions, unless I keep them. What it is about stands in a note's name, alone or behind the name of a field.
 */
export function ofFadedSession(board: CircleBoard): (kind: NoteKind, about: string) => boolean {
  const { document, mine } = board;
  const marks = fadedMarksIn(document)
    .all()
    .filter(({ session }) => !keepsMine(mine, session));
  const { sessions, turns } = goneOf(marks, turnsIn(document).all());
  const commitments = commitmentsIn(document)
    .all()
    .filter(({ session }) => sessions.has(session));
  const questions = new Set(
    questionsIn(document)
      .all()
      .map(({ id }) => id),
  );
  const gone = new Set<string>([...sessions, ...turns, ...commitments.map(({ id }) => id)]);
  return (kind, about) => {
    // An action stays when the notes of its session go, and so do its words that only its owner has.
    if (kind === 'setting' || kind === 'commitment' || marks.length === 0) return false;
    const [first = '', second] = about.split(' ');
    // The question of such drafts is gone already, and with it the name of its session.
    if (kind === 'draft' && ['change', 'before-change'].includes(first))
      return !questions.has(second ?? '');
    return gone.has(second ?? first);
  };
}

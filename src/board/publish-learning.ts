import type { Session } from '../domain/session.ts';
import type { CircleBoard } from './circle-board.svelte.ts';
import { SessionBoard } from './session-board.svelte.ts';

/** Sends what I wrote down for a session whose learnings have been opened, if it was not sent yet. */
export function publishLearning(board: CircleBoard, session: Session): void {
  new SessionBoard(board, session).learn.publishIfOpened();
}

import { fadedMarksIn } from '../document/fade-dates.ts';
import { sessionsIn } from '../document/sessions.ts';
import type { CircleBoard } from './circle-board.svelte.ts';
import { knowsOfReveal } from './knows-of-reveal.ts';

/**
 * Learnings are opened together; a device that was away then sends its own when it hears of it.
 * @param isOpen whether the circle is still open when the part that sends has been loaded
 */
export function sendOpenedLearnings(board: CircleBoard, isOpen: () => boolean): void {
  const faded = new Set(
    fadedMarksIn(board.document)
      .all()
      .map((mark) => mark.session),
  );
  for (const session of sessionsIn(board.document).all()) {
    if (session.revealedAt === null || knowsOfReveal(board.mine, session.id)) continue;
    if (faded.has(session.id)) continue;
    // The board of a session is loaded only where one is needed.
    import('./publish-learning.ts')
      .then(({ publishLearning }) => {
        if (isOpen()) publishLearning(board, session);
      })
      .catch((error: unknown) => console.warn('a learning waits for the next change', error));
  }
}

import { setTurn } from '../document/turns.ts';
import type { SessionBoard } from './session-board.svelte.ts';

/** The presenter says whether they would like ideas. On any other screen there is nothing to say it with. */
export function sayOfIdeas({ turn, circle, presenter }: SessionBoard, wanted: boolean): void {
  const { me, now } = circle.writer;
  if (!turn || presenter !== me) return;
  circle.save([turn.id], () =>
    setTurn(circle.document, turn.id, { ideas: { wanted, by: me, at: now() } }),
  );
}

import { goodbyesIn, sayGoodbye } from '../document/goodbyes.ts';
import type { SessionId } from '../domain/ids.ts';
import { observe, type CircleBoard } from './circle-board.svelte.ts';

/** Whether anybody has said that they leave: mostly nobody has, and what shows it is not loaded. */
export function someoneLeaves(circle: CircleBoard): () => boolean {
  const said = observe(goodbyesIn(circle.document));
  return () => said.current.length > 0;
}

/** I have to go before a session ends: everyone hears it, and I get my turn to say what I learned. */
export function goEarly(circle: CircleBoard, session: SessionId): void {
  const { me: member, now } = circle.writer;
  circle.save([], () => sayGoodbye(circle.document, { member, session, at: now() }));
}

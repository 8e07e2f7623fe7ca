import type { SessionId } from '../domain/ids.ts';
import type { Private } from './private.svelte.ts';

/** Whether this device knows that a session's learnings were opened. */
export const knowsOfReveal = (mine: Private, session: SessionId): boolean =>
  mine.read('setting', `opened ${session}`) !== '';

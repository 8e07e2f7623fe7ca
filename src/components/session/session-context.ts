import { createContext } from 'svelte';
import type { SessionBoard } from '../../board/session-board.svelte.ts';

/** The session that the stages show. */
export const [getSession, setSession] = createContext<SessionBoard>();

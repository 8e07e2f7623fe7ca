import { AgreeingBoard } from '../../../board/agreeing-board.svelte.ts';
import { normLibrary } from '../../../board/norm-library.ts';
import type { SessionBoard } from '../../../board/session-board.svelte.ts';
import type { NormLibrary } from '../../../domain/norm-library.ts';

/** How a session agrees on norms, with the library that it takes them from. */
export interface AgreeingParts {
  readonly agreeing: AgreeingBoard;
  readonly library: NormLibrary;
}

const parts = new WeakMap<SessionBoard, AgreeingParts>();

/** Rejects where the library cannot be had. */
export async function agreeingOf(session: SessionBoard, base: string): Promise<AgreeingParts> {
  const library = await normLibrary(base, document.documentElement.lang);
  const known = parts.get(session) ?? { agreeing: new AgreeingBoard(session, library), library };
  parts.set(session, known);
  return known;
}

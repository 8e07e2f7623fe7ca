import { readJson } from '../../domain/json.ts';
import { parseMove } from '../../document/moves.ts';
import type { NewLink } from '../../storage/database.ts';
import { readInvitation } from '../../sync/invitation.ts';
import { deriveKeys, type DerivedKeys } from '../../sync/link-keys.ts';

/** A new link as one page whispers it to another. */
export const wordsOf = ({ invitation, move }: NewLink): string =>
  JSON.stringify({ kind: 'new link', invitation, move });

/** Reads what a page has whispered, which may be anything: `null` unless it is a new link. */
export function readNewLink(words: string): NewLink | null {
  const said = readJson(words);
  if (typeof said !== 'object' || said === null || !('kind' in said)) return null;
  if (said.kind !== 'new link' || !('invitation' in said) || !('move' in said)) return null;
  const move = parseMove(said.move);
  const { invitation } = said;
  return move && typeof invitation === 'string' ? { invitation, move } : null;
}

/** The keys of an invitation code; `null` where it is none. */
export async function keysIn(code: string): Promise<DerivedKeys | null> {
  const reading = readInvitation(code);
  return reading.kind === 'ok' ? deriveKeys(reading.invitation) : null;
}

/** The keys of a new link; `null` where its secret does not lead to where its note says. */
export async function keysOf({ invitation, move }: NewLink): Promise<DerivedKeys | null> {
  const keys = await keysIn(invitation);
  return keys?.circle === move.to ? keys : null;
}

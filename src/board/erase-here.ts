import { folded, merged } from '../document/compact.ts';
import { erase, lettingGo, noteErasure } from '../document/erasing.ts';
import type { Decision } from '../domain/choice.ts';
import { APART } from '../domain/erasure.ts';
import { UpdateLog } from '../storage/update-log.ts';
import type { OpenCircle } from './open-circle.ts';

/** So long the others have to hear that this device erases, before it lets go of them, ms. */
const SETTLE = 1500;

/**
 * "Erased here": tells the others, lets go of them, and deletes on this device what the ended circle does not keep:
 * words in the document, their bytes on the disk, my own notes; where nothing is kept, the circle with its key.
 * Resolves once the disk has forgotten; rejects, and may be called again, where it refuses.
 *
 * It lets go first because deletions would reach the others, who erase with their own hand. After a while it meets
 * them again: then who came back late loses what the circle has decided to erase.
 */
export async function eraseHere(
  circle: OpenCircle,
  ending: Decision,
  settle = SETTLE,
): Promise<void> {
  const { board, database } = circle;
  const { document, journal, mine, writer } = board;
  const { me: member, device } = writer;
  // First of all: a page that goes in between must not come back among the others with its deletions.
  await circle.keepApart(Date.now() + APART);
  lettingGo.add(document);
  const at = Math.max(writer.now(), ending.at);
  board.save([], () => noteErasure(document, { member, device, at }));
  if (board.link.peers.length > 0) await new Promise((resolve) => setTimeout(resolve, settle));
  await circle.connection.leaveRoom();
  lettingGo.delete(document);
  circle.tellTabs();
  if (ending.keeps === 'nothing') return circle.forget();
  erase(document, ending.keeps);
  mine.forget((kind) => kind !== 'commitment' || ending.keeps !== 'commitments');
  await mine.written();
  await journal.flush();
  if (database) {
    const log = new UpdateLog(database, board.circle, merged, () => journal.failed());
    await log.purge(folded);
  }
}

import { CircleDocument } from '../document/circle-document.ts';
import { merged } from '../document/compact.ts';
import { toldTo, type Doc } from '../document/early-doc.ts';
import type { RememberedCircle } from '../storage/database.ts';
import { PrivateNotes } from '../storage/private-notes.ts';
import { UpdateLog } from '../storage/update-log.ts';
import type { LinkKeys } from '../sync/link.ts';
import { CircleBoard } from './circle-board.svelte.ts';
import { CircleClock } from './circle-clock.ts';
import { Journal } from './journal.svelte.ts';
import { keepCompact } from './keep-compact.ts';
import { letNotesFade } from './let-notes-fade.ts';
import { LiveLink } from './live-link.svelte.ts';
import { OpenCircle } from './open-circle.ts';
import { Private } from './private.svelte.ts';
import type { Surroundings } from './surroundings.ts';
import { freshId, Writer } from './writer.svelte.ts';

/** Opens a circle from this disk: history first, then listening, so nothing is written twice. */
export async function openCircle(
  remembered: RememberedCircle,
  keys: LinkKeys,
  surroundings: Surroundings,
  doc?: Doc,
): Promise<OpenCircle> {
  const { database } = surroundings;
  const { circle, device } = remembered;
  if (database && remembered.before?.length) {
    await (await import('../storage/succession.ts')).sweep(database, remembered);
  }
  let failed = (): void => undefined;
  const log = database ? new UpdateLog(database, circle, merged, () => failed()) : null;
  const history = (await log?.load()) ?? [];
  // Another tab of this browser may have told what the disk does not have yet.
  const heard = toldTo(doc);
  const circleDocument = new CircleDocument(history, doc);
  const journal = new Journal(circleDocument, log);
  if (heard) log?.append(heard);
  failed = () => journal.failed();
  const notes = database ? new PrivateNotes(database, circle) : null;
  const mine = new Private(
    notes,
    () => journal.failed('notes'),
    () => journal.took('notes'),
  );
  await mine.load();
  const clock = new CircleClock(remembered.clockOffset);
  const link = new LiveLink(clock);
  const writer = new Writer(remembered.member ?? freshId(), device, () => clock.now());
  const board = new CircleBoard({ document: circleDocument, journal, mine, link, writer });
  const open = new OpenCircle(remembered, keys, clock, board, surroundings);
  if (log) open.onClose(keepCompact(log));
  open.onClose(letNotesFade(board, log));
  return open;
}

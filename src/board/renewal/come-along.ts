import { removedBefore, formerNames } from '../../domain/move.ts';
import { merged } from '../../document/compact.ts';
import { RememberedCircles } from '../../storage/remembered-circles.ts';
import { succeed } from '../../storage/succession.ts';
import { UpdateLog } from '../../storage/update-log.ts';
import type { OpenCircle } from '../open-circle.svelte.ts';
import { nameOfTabs, type TabWord } from '../tabs.ts';

/**
 * A browser that opens the new link of a circle that it knows by an older one: what it has written meanwhile, its
 * notes and its seat come along, and the older row goes.
 */
export async function comeAlong(circle: OpenCircle): Promise<void> {
  const { database, remembered, board } = circle;
  if (!database) return;
  const { document } = board;
  const moves = document.moves.all();
  const former = formerNames(moves, remembered.circle);
  const rows = await new RememberedCircles(database).all();
  const old = rows.find((row) => row.id !== remembered.id && former.has(row.circle));
  if (!old) return;

  document.take(await new UpdateLog(database, old.circle, merged, () => undefined).load());
  await board.journal.flush();
  const hasSeat = old.member !== null && !removedBefore(moves, remembered.circle).has(old.member);
  const seat = hasSeat && !circle.isSeated ? { member: old.member, device: old.device } : {};
  await circle.takeOver(() => succeed(database, old, { ...circle.remembered, ...seat }));
  const tabs = new BroadcastChannel(nameOfTabs(old.circle));
  tabs.postMessage('moved' satisfies TabWord);
  tabs.close();
}

import { folded } from '../document/compact.ts';
import type { UpdateLog } from '../storage/update-log.ts';

/** A circle that stays open all day is looked at this often, ms. */
const EVERY = 10 * 60_000;

/**
 * Folds a circle's rows when it is opened, and again while it is open: what was deleted leaves the disk, and the next
 * opening is quick. Where that fails all rows are still there. Returns its own undo.
 */
export function keepCompact(log: UpdateLog, every = EVERY): () => void {
  const fold = (): void => {
    log.compact(folded).catch((error: unknown) => console.info('askwell: not folded', error));
  };
  fold();
  const timer = setInterval(fold, every);
  return () => clearInterval(timer);
}

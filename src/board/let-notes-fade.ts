import { folded } from '../document/compact.ts';
import type { UpdateLog } from '../storage/update-log.ts';
import type { CircleBoard } from './circle-board.svelte.ts';

/**
 * Lets the notes of a circle fade while it is open; what does it is loaded behind the circle, which opens without
 * waiting. Returns its own undo.
 */
export function letNotesFade(board: CircleBoard, log: UpdateLog | null): () => void {
  let stop = (): void => undefined;
  let isStopped = false;
  const fold = async (): Promise<void> => {
    if (!log) return;
    await board.journal.flush();
    await log.purge(folded);
  };
  import('./fading.ts').then(
    ({ Fading }) => {
      if (!isStopped) stop = new Fading({ board, fold }).start();
    },
    (error: unknown) => console.info('askwell: notes fade when the page is opened again', error),
  );
  return () => {
    isStopped = true;
    stop();
  };
}

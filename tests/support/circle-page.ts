import { CircleBoard } from '../../src/board/circle-board.svelte.ts';
import { CircleClock } from '../../src/board/circle-clock.ts';
import { Journal } from '../../src/board/journal.svelte.ts';
import { LiveLink } from '../../src/board/live-link.svelte.ts';
import { Private } from '../../src/board/private.svelte.ts';
import { Writer } from '../../src/board/writer.svelte.ts';
import { CircleDocument } from '../../src/document/circle-document.ts';
import { linkTo } from './fake-link.ts';

const undo = (): void => undefined;

/** One member's page of a circle, with nothing on a disk. The clock stands until the test moves it. */
export function circlePage(me: string, document = new CircleDocument(), others: string[] = []) {
  const time = { now: 1_000 };
  const link = new LiveLink(new CircleClock());
  link.attach(linkTo(others));
  let ids = 0;
  const writer = new Writer(
    me,
    `device of ${me}`,
    () => time.now,
    () => `${me}-${(ids += 1)}`,
  );
  const mine = new Private(null, undo);
  const journal = new Journal(document, null);
  return { board: new CircleBoard({ document, journal, mine, link, writer }), time };
}

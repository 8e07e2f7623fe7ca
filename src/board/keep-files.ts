import { markOf, writeCopy, type CircleCopy } from '../document/circle-copy.ts';
import { compacted } from '../document/compact.ts';
import { membersIn } from '../document/members.ts';
import { missingFrom, takeIn } from '../document/missing.ts';
import type { TableName } from '../document/tables.ts';
import { writeSeat } from '../storage/seat.ts';
import type { OpenCircle } from './open-circle.ts';

export interface FileToKeep {
  /** Says nothing of the circle: names of files are seen by everybody who looks at a screen. */
  readonly name: string;
  readonly content: Blob;
}

/** All that the circle shares, readable; it lets nobody in. */
export function circleCopyOf({ board, remembered }: OpenCircle, now = new Date()): FileToKeep {
  const text = writeCopy(board.document, remembered.circle, now);
  return {
    name: `askwell-circle-copy-${dayOf(now)}.json`,
    content: new Blob([text], { type: 'application/json' }),
  };
}

/** My place in the circle with its link, my private notes and the circle itself, locked with a passphrase. */
export async function mySeatOf(
  { board, remembered }: OpenCircle,
  passphrase: string,
  now = new Date(),
): Promise<FileToKeep> {
  const { invitation, member } = remembered;
  const notes = await board.mine.kept();
  const circle = compacted([board.document.bytes()]);
  // Only who keeps or opens such a file needs the cipher.
  const { seal } = await import('../storage/sealed.ts');
  const sealed = await seal(writeSeat({ invitation, member, notes, circle }), passphrase);
  return {
    name: `askwell-my-seat-${dayOf(now)}.age`,
    content: new Blob([new Uint8Array(sealed)], { type: 'application/octet-stream' }),
  };
}

const dayOf = (now: Date): string => now.toISOString().slice(0, 10);

/** Whether a copy is of this circle: by its mark, or by a member, where the circle has moved on to a new link. */
export function isCopyOf({ board, remembered }: OpenCircle, copy: CircleCopy): boolean {
  const here = new Set(
    membersIn(board.document)
      .all()
      .map(({ id }) => id),
  );
  return (
    copy.mark === markOf(remembered.circle) ||
    membersIn(copy.circle)
      .all()
      .some(({ id }) => here.has(id))
  );
}

export type Counts = ReadonlyMap<TableName | 'about', number>;

/** What a copy would bring that is not here. */
export const wouldBring = ({ board }: OpenCircle, copy: CircleCopy): Counts =>
  missingFrom(board.document, copy.circle).counts;

/** Writes what is missing as words of this device: what is here stays as it is. */
export function bringIn({ board }: OpenCircle, copy: CircleCopy): void {
  const missing = missingFrom(board.document, copy.circle);
  board.save(['meta'], () => takeIn(board.document, missing));
}

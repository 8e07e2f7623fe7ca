import { CircleDocument } from '../document/circle-document.ts';
import { commitmentsIn, reportBacksIn } from '../document/commitments.ts';
import { merged } from '../document/compact.ts';
import { readPrivateWords } from '../domain/commitment-words.ts';
import { openCommitments, type CommitmentWords } from '../domain/commitment.ts';
import type { CommitmentId } from '../domain/ids.ts';
import { isTwiceNotYet, soonestFirst } from '../domain/told.ts';
import type { Database, RememberedCircle } from '../storage/database.ts';
import { PrivateNotes } from '../storage/private-notes.ts';
import { RememberedCircles } from '../storage/remembered-circles.ts';
import { UpdateLog } from '../storage/update-log.ts';

/** An action of mine that is open, in any circle of this device. */
export interface MyAction {
  readonly id: CommitmentId;
  /** The circle's row on this device, as addresses name it. */
  readonly circle: string;
  readonly circleName: string;
  readonly by: string;
  readonly isPrivate: boolean;
  /** `null` where another device of mine has them. */
  readonly words: CommitmentWords | null;
  readonly isTwiceNotYet: boolean;
}

/** My open actions in all circles of this disk, those due soon first. Reads, and neither writes nor connects. */
export async function mineAcross(database: Database): Promise<MyAction[]> {
  const circles = await new RememberedCircles(database).all();
  const found: MyAction[] = [];
  for (const circle of circles) found.push(...(await mineIn(database, circle)));
  return soonestFirst(found);
}

async function mineIn(database: Database, remembered: RememberedCircle): Promise<MyAction[]> {
  const { id, circle, member, name } = remembered;
  if (member === null) return [];
  const log = new UpdateLog(database, circle, merged, () => undefined);
  const document = new CircleDocument(await log.load());
  const commitments = commitmentsIn(document).all();
  const reports = reportBacksIn(document).all();
  document.release();
  const mine = openCommitments(commitments, reports).filter(({ owner }) => owner === member);
  const kept = mine.some(({ isPrivate }) => isPrivate)
    ? await privateWordsOf(new PrivateNotes(database, circle))
    : new Map<string, string>();
  return mine.map((action) => {
    const words = action.isPrivate ? readPrivateWords(kept.get(action.id) ?? '') : action;
    return {
      id: action.id,
      circle: id,
      circleName: name,
      by: (words ?? action).by,
      isPrivate: action.isPrivate,
      words,
      isTwiceNotYet: isTwiceNotYet(action.id, reports),
    };
  });
}

/** What the disk keeps, and what an earlier page could not write any more. */
async function privateWordsOf(notes: PrivateNotes): Promise<ReadonlyMap<string, string>> {
  const kept = [...(await notes.all()), ...notes.left()];
  return new Map(
    kept
      .filter(({ kind }) => kind === 'commitment')
      .sort((a, b) => a.changedAt - b.changedAt)
      .map(({ about, text }) => [about, text]),
  );
}

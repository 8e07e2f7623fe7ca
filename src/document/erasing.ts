import type { Transaction } from 'yjs';
import type { Keeping } from '../domain/choice.ts';
import type { Erasure } from '../domain/erasure.ts';
import { DocumentIsNewer, type CircleDocument } from './circle-document.ts';
import { id, parser, time, type Parse } from './parse.ts';
import * as v from './shapes.ts';
import { values } from './table.ts';

/** The origin of deletions at the end of a circle: no undo takes them back. */
const ERASING = Symbol('erasing');

export const parseErasure: Parse<Erasure> = parser(v.object({ member: id, device: id, at: time }));

export const erasuresIn = values('erasures', parseErasure, (row) => [row.member, row.device]);

/** Circles that are about to be erased and still connected: nothing is deleted before they have let go. */
export const lettingGo = new WeakSet<CircleDocument>();

/** Says to the others that the words are deleted on a device. */
export function noteErasure(circle: CircleDocument, erasure: Erasure): void {
  circle.write(() => erasuresIn(circle).put(erasure));
}

/** What tells that there was a circle, that it ended and who has erased; without a word of anybody. */
const frame = ['meta', 'members', 'moves', 'decisions', 'erasures'];

const kept: Readonly<Record<Keeping, readonly string[]>> = {
  norms: [...frame, 'norms', 'ratifications'],
  commitments: [...frame, 'norms', 'ratifications', 'commitments', 'reportBacks'],
  nothing: frame,
};

const keptOfMeta: readonly string[] = ['schema', 'name'];

/**
 * Deletes all that an ended circle does not keep, also in tables that only a newer version knows. It is done again
 * whenever something has come. True when there was something.
 */
export function erase(circle: CircleDocument, keeps: Keeping): boolean {
  const { doc, isNewer, meta } = circle;
  if (isNewer) throw new DocumentIsNewer();
  const tables = [...doc.share.keys()]
    .filter((name) => !kept[keeps].includes(name))
    .map((name) => doc.getMap(name))
    .filter((table) => table.size > 0);
  const fields = [...meta.keys()].filter((field) => !keptOfMeta.includes(field));
  if (tables.length + fields.length === 0) return false;
  doc.transact(() => {
    for (const table of tables) for (const key of [...table.keys()]) table.delete(key);
    for (const field of fields) meta.delete(field);
  }, ERASING);
  return true;
}

/** Calls back when something was deleted, by whomever: it goes from the disk as well. Returns its own undo. */
export function observeDeletions({ doc }: CircleDocument, heard: () => void): () => void {
  const look = ({ deleteSet }: Transaction): void => {
    if (deleteSet.clients.size > 0) heard();
  };
  doc.on('afterTransaction', look);
  return () => doc.off('afterTransaction', look);
}

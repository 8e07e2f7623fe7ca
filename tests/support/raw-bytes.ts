import * as Y from 'yjs';
import type { CircleDocument } from '../../src/document/circle-document.ts';

/** Whether a text stands somewhere in these bytes. */
export const holds = (rows: readonly Uint8Array[], text: string): boolean =>
  rows.some((bytes) => Buffer.from(bytes).includes(text));

/** All that a device's log has and will get: what it writes and what comes, as it comes. */
export function logOf(circle: CircleDocument): Uint8Array[] {
  const rows = [Y.encodeStateAsUpdate(circle.doc)];
  circle.observeUpdates((update) => rows.push(update));
  return rows;
}

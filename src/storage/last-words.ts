import type { CircleId } from '../domain/ids.ts';
import { noteKinds, type PrivateNote } from './database.ts';
import { readSetting, writeSetting } from './device-setting.ts';

/** A note that the disk had not confirmed when its page went. */
export type LastWords = Omit<PrivateNote, 'circle'>;

const keyOf = (circle: CircleId): string => `askwell.last-words ${circle}`;

/**
 * Leaves notes for the next page of this circle, in place of those left before. The database aborts what is under way
 * when a page goes; the local store takes it at once.
 */
export function leaveLastWords(circle: CircleId, words: readonly LastWords[]): void {
  writeSetting(keyOf(circle), words.length > 0 ? JSON.stringify(words) : null);
}

/** What an earlier page of this circle has left; unreadable rows are skipped. */
export function lastWordsOf(circle: CircleId): LastWords[] {
  try {
    const left: unknown = JSON.parse(readSetting(keyOf(circle)) ?? '[]');
    return Array.isArray(left) ? left.flatMap(readWords) : [];
  } catch (error) {
    console.warn('askwell: what an earlier page has left cannot be read', error);
    return [];
  }
}

/** A note from the local store or a file; empty where it cannot be read. */
export function readWords(row: unknown): LastWords[] {
  if (typeof row !== 'object' || row === null) return [];
  if (!('kind' in row && 'about' in row && 'text' in row && 'changedAt' in row)) return [];
  const { about, text, changedAt } = row;
  const kind = noteKinds.find((known) => known === row.kind);
  if (!kind || typeof changedAt !== 'number') return [];
  return typeof about === 'string' && typeof text === 'string'
    ? [{ kind, about, text, changedAt }]
    : [];
}

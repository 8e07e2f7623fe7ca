import type * as Y from 'yjs';
import { parseCount } from './parse.ts';

/**
 * Rises only when a change cannot be additive. Fields and records that this version does not know are left alone,
 * so two versions can meet in one session.
 */
export const CURRENT_SCHEMA = 1;

/** A newer Askwell wrote this circle in a way that this version would harm. It may be read, not written. */
export function isNewer(meta: Y.Map<unknown>): boolean {
  return (parseCount(meta.get('schema')) ?? 0) > CURRENT_SCHEMA;
}

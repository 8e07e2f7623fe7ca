/** Far more than a circle writes in a lifetime; above 2^53 numbers would no longer be exact. */
const LATEST = 2 ** 40;

/**
 * Whether a stretch of somebody's changes can be kept. Yjs takes some that it could not read again: a circle that holds
 * one never opens any more, on no device that it has reached.
 */
export const isSpan = (start: number, length: number): boolean =>
  length > 0 && start + length < LATEST;

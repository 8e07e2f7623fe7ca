import type { RememberedCircle } from '../../src/storage/database.ts';

/** A circle of this browser; a test names only what it is about. */
export const remembered = (
  id: string,
  fields: Partial<RememberedCircle> = {},
): RememberedCircle => ({
  id,
  circle: `circle-${id}`,
  invitation: 'secret',
  device: `device-${id}`,
  member: 'ana',
  openedAt: 0,
  clockOffset: 0,
  name: 'Tuesday circle',
  members: [],
  next: null,
  lastMet: null,
  openCommitments: 0,
  ...fields,
});

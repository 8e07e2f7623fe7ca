import { formatShortlist, readShortlist } from '../domain/shortlist-link.ts';
import type { Shortlist } from '../domain/shortlist.ts';
import { readSetting, writeSetting } from '../storage/device-setting.ts';

const KEY = 'askwell.shortlist';

/** The norms that I would like a circle to agree on; on this device only, and written as the link is. */
export function myShortlist(): Shortlist {
  // A norm that this version has lost stays on the list: whoever shows it leaves it out.
  return readShortlist(readSetting(KEY) ?? '', () => true)?.list ?? [];
}

export function keepShortlist(list: Shortlist): void {
  writeSetting(KEY, list.length > 0 ? formatShortlist(list) : null);
}

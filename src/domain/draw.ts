import type { MemberId, SessionId } from './ids.ts';

/** One of the willing, by lot: everybody who draws for the same session draws the same. `null` where nobody is willing. */
export function draw(session: SessionId, willing: readonly MemberId[]): MemberId | null {
  const lots = willing.map((member) => ({ member, lot: lotOf(`${session} ${member}`) }));
  return lots.sort((a, b) => a.lot - b.lot || (a.member < b.member ? -1 : 1))[0]?.member ?? null;
}

/** FNV-1a over UTF-16 units, then mixed so that names that differ at their end lie far apart. */
function lotOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

import type { Near } from './forwarding.ts';
import type { PeerId, Reach } from './link.ts';

/** How each page can be reached: our own connections, then whatever those connected to us can reach. */
export function reachOf(self: PeerId, direct: Iterable<PeerId>, near: Near): Map<PeerId, Reach> {
  const found = new Map<PeerId, Reach>();
  const firstSteps = [...direct].sort();
  for (const page of firstSteps) found.set(page, { kind: 'direct' });

  let edge = firstSteps.map((page) => ({ page, by: page }));
  while (edge.length > 0) {
    const next: typeof edge = [];
    for (const { page, by } of edge) {
      for (const further of near(page) ?? []) {
        if (further === self || found.has(further)) continue;
        found.set(further, { kind: 'through', by });
        next.push({ page: further, by });
      }
    }
    edge = next;
  }
  return found;
}

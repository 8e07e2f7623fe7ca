import type { Browser, Page } from '@playwright/test';
import type { Report } from '../../scripts/bench.ts';
import type { LinkSite } from '../../tests/support/link-page/serve.ts';
import { percentile } from '../percentile.ts';
import { closeAll, openMesh } from './pages.ts';

const ROUNDS = 30;
const TIMES = 8;
const MEMBERS = 6;
const missing = { 0: '', 1: '0-1', 3: '0-1 0-2 2-3' } as const;

/** A change and all answers to it, where channels are missing, over the same in a full mesh. By turns, in one run. */
export async function timeForwarding(
  report: Report,
  site: LinkSite,
  browser: Browser,
): Promise<void> {
  const meshes: { count: string; pages: Page[]; times: number[] }[] = [];
  for (const [count, apart] of Object.entries(missing)) {
    meshes.push({
      count,
      pages: await openMesh(site, browser, 'ours', MEMBERS, apart),
      times: [],
    });
  }
  for (let round = 0; round <= ROUNDS; round++) {
    for (const { pages, times } of meshes) {
      const given = [TIMES, MEMBERS - 1] as const;
      const took = await pages[0]?.evaluate((all) => window.measure.timeAnswers(...all), given);
      // The first round warms all up.
      if (round > 0) times.push(...(took ?? []));
    }
  }
  const whole = percentile(meshes[0]?.times ?? [], 0.95);
  for (const { count, times } of meshes) {
    const p95 = percentile(times, 0.95);
    report(`link.forwarding.p95.${count}`, p95, 'ms');
    if (count !== '0') report(`link.forwarding.ratio.${count}`, p95 / whole, 'x');
  }
  for (const { pages } of meshes) await closeAll(pages);
}

import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import type { Report } from '../scripts/bench.ts';
import { formatInvitation, newInvitation } from '../src/sync/invitation.ts';
import { bundlePage } from './bundle-page.ts';
import { launch } from './launch.ts';
import { percentile } from './percentile.ts';
import { serve } from './serve.ts';

const newcomers = 20;
const holders = ['Penelope', 'Odysseus', 'Calypso', 'Nausicaa', 'Telemachus'];
/** The last of them to come: who sees this name has got all the words. */
const awaited = 'Telemachus';

/** Opens an address in a browser context of its own, as a person who was never there. */
async function timeUntilSeen(browser: Browser, address: string, word: string): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript((awaited) => {
    new MutationObserver((_, observer) => {
      if (!document.body?.textContent?.includes(awaited)) return;
      document.documentElement.dataset['seenAt'] = String(performance.now());
      observer.disconnect();
    }).observe(document, { subtree: true, childList: true, characterData: true });
  }, word);
  await page.goto(address);
  const seenAt = await page.waitForFunction(() => document.documentElement.dataset['seenAt']);
  const time = Number(await seenAt.jsonValue());
  // Says goodbye, so that nobody waits for a page that is gone.
  await page.goto('about:blank');
  await context.close();
  return time;
}

/**
 * How long the sixth member waits from the navigation until the words of the five others are on a page that can be
 * used, over the same for a page that holds nothing but Yjs and y-webrtc. Both in turn, in one run.
 */
export async function run(report: Report): Promise<void> {
  const bareFolder = await bundlePage('bare-page/page.ts');
  const askwell = await serve(join(import.meta.dirname, '../dist'));
  const bare = await serve(bareFolder);
  const browser = await launch();

  const invited = `${askwell.url}circle/#${formatInvitation(newInvitation())}`;
  const bareRoom = `${bare.url}#a-room`;
  for (const name of holders) {
    const member = await (await browser.newContext()).newPage();
    await member.goto(invited);
    await member.getByLabel('Your name').fill(name);
    await member.getByRole('button', { name: 'Take a seat' }).click();
    await member.getByText(name).first().waitFor();
    await (await (await browser.newContext()).newPage()).goto(`${bareRoom}/${name}`);
  }

  const times: Record<'askwell' | 'bare', number[]> = { askwell: [], bare: [] };
  for (let i = 0; i < newcomers; i += 1) {
    times.askwell.push(await timeUntilSeen(browser, invited, awaited));
    times.bare.push(await timeUntilSeen(browser, bareRoom, awaited));
  }

  await browser.close();
  await Promise.all([askwell.close(), bare.close(), rm(bareFolder, { recursive: true })]);

  const [ours, theirs] = [percentile(times.askwell, 0.5), percentile(times.bare, 0.5)];
  report('link.join.p50', ours, 'ms');
  report('link.join.p95', percentile(times.askwell, 0.95), 'ms');
  report('link.join.bare.p50', theirs, 'ms');
  report('link.join.ratio', ours / theirs, 'x');
}

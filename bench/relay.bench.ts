import type { Browser, Page } from '@playwright/test';
import type { Report } from '../scripts/bench.ts';
import { blockWebRtc } from '../tests/support/blocked-network.ts';
import { serveLinkPage, type LinkSite } from '../tests/support/link-page/serve.ts';
import { launch } from './launch.ts';
import { percentile } from './percentile.ts';

declare global {
  interface Window {
    /** What this page has said to the rendezvous, and heard from it. */
    traffic: { sent: number; sentBytes: number; heard: number; heardBytes: number };
    /** Ms that the changes of others took to come. */
    latencies: number[];
  }
}

const CHANGES = 40;
const MINUTE = 60_000;

/** Two members with a channel, and a third whose network blocks WebRTC, so that the rendezvous carries its words. */
export async function run(report: Report): Promise<void> {
  const site = await serveLinkPage();
  const browser = await launch();
  try {
    const [ana, ben, eva] = [
      await open(site, browser),
      await open(site, browser),
      await open(site, browser, true),
    ];
    const all = [ana, ben, eva];
    await join(site, ana, 'Ana');
    await join(site, ben, 'Ben');
    await ana.waitForFunction(() => window.page.others().length === 1);
    await join(site, eva, 'Eva');
    const begun = performance.now();
    await eva.waitForFunction(() => window.page.others().length === 2);
    report('link.relay.found', (performance.now() - begun) / 1000, 's');

    await ana.evaluate(() => window.page.fill(100));
    const filled = performance.now();
    await eva.waitForFunction(() => window.page.keyCount() >= 100);
    report('link.relay.document.100KB', (performance.now() - filled) / 1000, 's');

    for (const page of all) await page.evaluate(noteLatencies);
    const changes = await counted(all, () => write(ana, CHANGES));
    const latencies = await eva.evaluate(() => window.latencies);
    report('link.relay.change.p50', percentile(latencies, 0.5), 'ms');
    report('link.relay.change.p95', percentile(latencies, 0.95), 'ms');
    const idle = await counted(all, () => wait(MINUTE));
    report('link.relay.idle.sent', idle.sent / idle.minutes, 'messages/min');
    report('link.relay.idle.sentBytes', idle.sentBytes / idle.minutes, 'B/min');
    report('link.relay.idle.heardBytes', idle.heardBytes / idle.minutes, 'B/min');
    const perChange = (what: 'sent' | 'sentBytes' | 'heardBytes') =>
      (changes[what] - (idle[what] / idle.minutes) * changes.minutes) / CHANGES;
    report('link.relay.change.sent', perChange('sent'), 'messages');
    report('link.relay.change.sentBytes', perChange('sentBytes'), 'B');
    report('link.relay.change.heardBytes', perChange('heardBytes'), 'B');
  } finally {
    await browser.close();
    await site.close();
  }
}

async function open(site: LinkSite, browser: Browser, isBlocked = false): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  if (isBlocked) await page.addInitScript(blockWebRtc);
  await page.addInitScript(countTraffic);
  await page.goto(site.url);
  await page.waitForFunction(() => 'page' in window);
  return page;
}

async function join({ rendezvous }: LinkSite, page: Page, name: string): Promise<void> {
  const meeting = { room: 'bench-relay', rendezvous };
  await page.evaluate(([where, who]) => window.page.join(where, who), [meeting, name] as const);
}

/** Runs in a page before its scripts. */
function countTraffic(): void {
  window.traffic = { sent: 0, sentBytes: 0, heard: 0, heardBytes: 0 };
  window.latencies = [];
  window.WebSocket = class extends WebSocket {
    constructor(...where: ConstructorParameters<typeof WebSocket>) {
      super(...where);
      this.addEventListener('message', ({ data }) => {
        window.traffic.heard += 1;
        window.traffic.heardBytes += String(data).length;
      });
    }

    override send(data: string): void {
      window.traffic.sent += 1;
      window.traffic.sentBytes += data.length;
      super.send(data);
    }
  };
}

/** Runs in a page. All pages are on one machine, so their wall clock is one. */
function noteLatencies(): void {
  const things = window.page.doc.getMap('things');
  things.observe((event) => {
    const writtenAt = things.get('now');
    if (!event.keysChanged.has('now') || typeof writtenAt !== 'number') return;
    window.latencies.push(performance.timeOrigin + performance.now() - writtenAt);
  });
}

/** A change every half a second, as when people talk and one of them types. */
async function write(page: Page, changes: number): Promise<void> {
  for (let at = 0; at < changes; at++) {
    await page.evaluate(() => window.page.write('now', performance.timeOrigin + performance.now()));
    await wait(500);
  }
}

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** What all pages together have said and heard meanwhile. */
async function counted(pages: readonly Page[], act: () => Promise<unknown>) {
  const before = await trafficOf(pages);
  const begun = performance.now();
  await act();
  const minutes = (performance.now() - begun) / MINUTE;
  const after = await trafficOf(pages);
  return {
    minutes,
    sent: after.sent - before.sent,
    sentBytes: after.sentBytes - before.sentBytes,
    heardBytes: after.heardBytes - before.heardBytes,
  };
}

async function trafficOf(pages: readonly Page[]) {
  const each = await Promise.all(pages.map((page) => page.evaluate(() => window.traffic)));
  const sum = (what: keyof Window['traffic']) => each.reduce((total, one) => total + one[what], 0);
  return { sent: sum('sent'), sentBytes: sum('sentBytes'), heardBytes: sum('heardBytes') };
}

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join as pathOf } from 'node:path';
import type { Page } from '@playwright/test';
import { WebSocket } from 'ws';
import type { Report } from '../scripts/bench.ts';
import { serveLinkPage } from '../tests/support/link-page/serve.ts';
import { launch } from './launch.ts';
import { closeAll, join, newMeeting, openPage } from './link/pages.ts';
import { percentile } from './percentile.ts';

const MEMBERS = 6;
const IDLE = 60_000;
const RUNS = 5;
/** As many as one service takes, in circles of six. */
const CIRCLES = 330;
const LOADED = 5000;

/** What a circle costs a rendezvous, and what one rendezvous can bear. */
export async function run(report: Report): Promise<void> {
  await measureCircle(report);
  await measureService(report);
}

const isWhole = (others: number): boolean =>
  window.page.others().filter((other) => other.endsWith('direct')).length === others;

interface Traffic {
  messages: number;
  bytes: number;
}

/** Counts what a page says to its rendezvous, and hears. */
function countOf(page: Page): { said: Traffic; heard: Traffic } {
  const said = { messages: 0, bytes: 0 };
  const heard = { messages: 0, bytes: 0 };
  const add = (to: Traffic, payload: string | Buffer) => {
    to.messages += 1;
    to.bytes += Buffer.byteLength(payload);
  };
  page.on('websocket', (socket) => {
    socket.on('framesent', ({ payload }) => add(said, payload));
    socket.on('framereceived', ({ payload }) => add(heard, payload));
  });
  return { said, heard };
}

/** Six members join one after the other; then nobody does anything for a minute. */
async function measureCircle(report: Report): Promise<void> {
  const site = await serveLinkPage();
  const browser = await launch();
  const runs: Record<string, number>[] = [];
  for (let run = 0; run < RUNS; run++) {
    const meeting = newMeeting(site);
    const counts: ReturnType<typeof countOf>[] = [];
    const pages: Page[] = [];
    for (let at = 0; at < MEMBERS; at++) {
      const page = await openPage(site, browser, (blank) => {
        counts.push(countOf(blank));
        return Promise.resolve();
      });
      await join(page, meeting, `${at}`);
      pages.push(page);
      for (const each of pages) await each.waitForFunction(isWhole, at);
    }
    const sum = (which: 'said' | 'heard', what: keyof Traffic) =>
      counts.reduce((all, count) => all + count[which][what], 0);
    const all = () => ({
      said: sum('said', 'messages'),
      heard: sum('heard', 'messages'),
      bytes: sum('said', 'bytes') + sum('heard', 'bytes'),
    });
    const joined = all();
    const figures: Record<string, number> = {
      'join.said': joined.said,
      'join.heard': joined.heard,
      'join.kilobytes': joined.bytes / 1024,
    };
    if (run === 0) {
      await new Promise((resolve) => setTimeout(resolve, IDLE));
      const rested = all();
      report('rendezvous.idle.said', rested.said - joined.said, 'messages a minute');
      report('rendezvous.idle.kilobytes', (rested.bytes - joined.bytes) / 1024, 'KB a minute');
    }
    runs.push(figures);
    await closeAll(pages);
  }
  for (const name of Object.keys(runs[0] ?? {})) {
    const unit = name.endsWith('bytes') ? 'KB' : 'messages';
    report(
      `rendezvous.${name}`,
      percentile(
        runs.map((figures) => figures[name] ?? NaN),
        0.5,
      ),
      unit,
    );
  }
  await browser.close();
  await site.close();
}

interface Use {
  readonly memory: number;
  readonly cpu: number;
}

/** Fills one service with circles, and lets all of them greet at once for a few seconds. */
async function measureService(report: Report): Promise<void> {
  const service = fork(pathOf(import.meta.dirname, 'rendezvous/service.ts'));
  const [port]: unknown[] = await once(service, 'message');
  const use = async (): Promise<Use> => {
    service.send('use');
    const [told]: Use[] = await once(service, 'message');
    return told ?? { memory: NaN, cpu: NaN };
  };
  const empty = await use();
  const circles: WebSocket[][] = [];
  for (let at = 0; at < CIRCLES; at++) {
    const members = Array.from(
      { length: MEMBERS },
      () => new WebSocket(`ws://127.0.0.1:${String(port)}/rendezvous`),
    );
    await Promise.all(members.map((member) => once(member, 'open')));
    const topics = [`circle ${at}`];
    for (const member of members) member.send(JSON.stringify({ type: 'subscribe', topics }));
    circles.push(members);
  }
  const full = await use();
  const connections = CIRCLES * MEMBERS;
  report('rendezvous.connection.memory', (full.memory - empty.memory) / connections / 1024, 'KB');

  let heard = 0;
  for (const members of circles) for (const one of members) one.on('message', () => (heard += 1));
  // As large as an encrypted offer.
  const data = 'x'.repeat(1200);
  const before = await use();
  const begun = performance.now();
  let said = 0;
  for (let at = 0; performance.now() - begun < LOADED; at++) {
    const members = circles[at % CIRCLES] ?? [];
    const speaker = members[at % MEMBERS];
    speaker?.send(JSON.stringify({ type: 'publish', topic: `circle ${at % CIRCLES}`, data }));
    said += 1;
    // Waits for the others to hear it, so that nothing piles up anywhere.
    while (heard < said * MEMBERS - 2000) await new Promise((resolve) => setImmediate(resolve));
  }
  while (heard < said * MEMBERS) await new Promise((resolve) => setImmediate(resolve));
  const seconds = (performance.now() - begun) / 1000;
  const after = await use();
  report('rendezvous.published.perSecond', said / seconds, 'messages');
  report('rendezvous.published.cpu', (after.cpu - before.cpu) / said, 'ms');
  for (const members of circles) for (const member of members) member.terminate();
  service.kill();
}

import type { Browser, Page } from '@playwright/test';
import type { Report } from '../scripts/bench.ts';
import { serveLinkPage, type LinkSite } from '../tests/support/link-page/serve.ts';
import { launch } from './launch.ts';
import { percentile } from './percentile.ts';

type Kind = 'ours' | 'plain';

const ROUNDS = 20;
const TIMES = 8;
/** As long as the link waits between two comparisons of documents, so that each window has one. */
const COUNTED = 10_000;
/** The link against raw channels between the same pages, and y-webrtc as it comes beside it. */
export async function run(report: Report): Promise<void> {
  const site = await serveLinkPage();
  const browser = await launch();
  try {
    for (const kind of ['ours', 'plain'] as const) {
      const suffix = kind === 'ours' ? '' : '.plain';
      const tell: Report = (name, value, unit) => report(name + suffix, value, unit);
      for (const members of [2, 6]) {
        const pages = await openMesh(site, browser, kind, members);
        const { answers, echoes } = await compare(pages);
        tell(`link.rtt.${members}`, answers, 'ms');
        tell(`link.rtt.ratio.${members}`, answers / echoes, 'x');
        if (members === 6) tell('link.messages.6', await messagesPerChange(pages), 'messages');
        await Promise.all(pages.map((page) => page.context().close()));
      }
    }
  } finally {
    await browser.close();
    await site.close();
  }
}

async function openMesh(site: LinkSite, browser: Browser, kind: Kind, members: number) {
  const meeting = { room: `bench-${kind}-${members}`, rendezvous: site.rendezvous };
  const pages: Page[] = [];
  for (let at = 0; at < members; at++) {
    const page = await (await browser.newContext()).newPage();
    await page.goto(site.url);
    await page.waitForFunction(() => 'measure' in window);
    await page.evaluate(() => window.measure.countSends());
    if (kind === 'ours') {
      await page.evaluate(([where, name]) => window.page.join(where, name), [
        meeting,
        `${at}`,
      ] as const);
    } else {
      await page.evaluate((where) => window.page.joinPlain(where), meeting);
    }
    if (at > 0) await page.evaluate((name) => window.measure.answerAll(name), `${at}`);
    pages.push(page);
  }
  for (const page of pages) await page.waitForFunction(isWhole, members - 1);
  return pages;
}

function isWhole(others: number): boolean {
  const plain = window.page.plainConnections().filter(({ connected }) => connected).length;
  const ours = window.page.others().filter((other) => other.endsWith('direct')).length;
  return plain + ours === others;
}

/** Medians of both, measured by turns so that a busy machine slows both alike. */
async function compare([first, ...others]: Page[]): Promise<{ answers: number; echoes: number }> {
  if (first === undefined) throw new Error('no page');
  for (const other of others) {
    const offer = await first.evaluate(() => window.measure.offerRaw());
    const answer = await other.evaluate((sdp) => window.measure.answerRaw(sdp), offer);
    await first.evaluate((sdp) => window.measure.acceptRaw(sdp), answer);
  }
  const answers: number[] = [];
  const echoes: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const given = [TIMES, others.length] as const;
    const ours = await first.evaluate((all) => window.measure.timeAnswers(...all), given);
    const raw = await first.evaluate((count) => window.measure.timeEchoes(count), TIMES);
    // The first round warms both up.
    if (round === 0) continue;
    answers.push(...ours);
    echoes.push(...raw);
  }
  return { answers: percentile(answers, 0.5), echoes: percentile(echoes, 0.5) };
}

/** Messages on all channels for one change, less those that go in the same time without any. */
async function messagesPerChange(pages: Page[]): Promise<number> {
  const idle = await counted(pages, async (page) =>
    page.evaluate((ms) => window.measure.pause(ms), COUNTED),
  );
  const busy = await counted(pages, (page) =>
    page.evaluate((ms) => window.measure.writeFor(ms), COUNTED),
  );
  return (busy.sent - idle.sent) / (busy.result ?? NaN);
}

async function counted<Result>(pages: Page[], act: (first: Page) => Promise<Result>) {
  const sends = async () => {
    const each = await Promise.all(
      pages.map((page) => page.evaluate(() => window.measure.sendsSoFar())),
    );
    return each.reduce((sum, one) => sum + one, 0);
  };
  const before = await sends();
  const result = await act(pages[0]!);
  return { result, sent: (await sends()) - before };
}

import type { Browser, Page } from '@playwright/test';
import type { Report } from '../../scripts/bench.ts';
import type { LinkSite } from '../../tests/support/link-page/serve.ts';
import { percentile } from '../percentile.ts';
import { closeAll, openMesh, type Kind } from './pages.ts';

const RUNS = 5;
const ROUNDS = 10;
const TIMES = 8;
/** As long as the link waits between two comparisons of documents, so that each window has one. */
const COUNTED = 10_000;

interface Times {
  readonly answers: number;
  readonly echoes: number;
}

/** The link against raw channels between the same pages, and y-webrtc as it comes beside it: medians of five runs. */
export async function timeChanges(report: Report, site: LinkSite, browser: Browser): Promise<void> {
  for (const members of [2, 6]) {
    const all: Record<Kind, Times[]> = { ours: [], plain: [] };
    for (let run = 0; run < RUNS; run++) {
      for (const kind of ['ours', 'plain'] as const) {
        const pages = await openMesh(site, browser, kind, members);
        all[kind].push(await compare(pages));
        if (members === 6 && run === 0) {
          const name = `link.messagesPerChange.6${kind === 'ours' ? '' : '.plain'}`;
          report(name, await messagesPerChange(pages), 'messages');
        }
        await closeAll(pages);
      }
    }
    const median = (kind: Kind, of: (times: Times) => number) => percentile(all[kind].map(of), 0.5);
    for (const kind of ['ours', 'plain'] as const) {
      const suffix = `${members}${kind === 'ours' ? '' : '.plain'}`;
      report(
        `link.rtt.${suffix}`,
        median(kind, ({ answers }) => answers),
        'ms',
      );
      report(
        `link.rtt.ratio.${suffix}`,
        median(kind, (t) => t.answers / t.echoes),
        'x',
      );
    }
    const [ours, plain] = [all.ours, all.plain].map((runs) => runs.map(({ answers }) => answers));
    const vsPlain = (ours ?? []).map((answers, run) => answers / (plain?.[run] ?? NaN));
    report(`link.rtt.vsPlain.${members}`, percentile(vsPlain, 0.5), 'x');
  }
}

/** Medians of both, measured by turns so that a busy machine slows both alike. */
async function compare([first, ...others]: Page[]): Promise<Times> {
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

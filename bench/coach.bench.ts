import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import type { BenchOptions, Report } from '../scripts/bench.ts';
import { loadLanguage } from '../scripts/coach/load-language.ts';
import { parseRows, type Row } from '../scripts/coach/rows.ts';
import { classify } from '../src/domain/coach/classify.ts';
import type { Language } from '../src/domain/coach/language.ts';
import type { Verdict } from '../src/domain/coach/verdict.ts';
import { percentile } from './percentile.ts';
import { reportScores, type Guess } from './scores.ts';

const own = join(import.meta.dirname, '../tests/domain/coach');
const sevenLabels = 7;

/** "What", "how confident": every wh-question is open in Switchboard, whatever it asks for. */
const beginsWithWh = /\b(?:what|how|which|who|when|where|why)\b/i;

const isOpenIn = (source: string, text: string, { form }: Verdict): boolean =>
  form === 'open' ||
  (source === 'SWDA' && (form === 'fact' || (form === 'scale' && beginsWithWh.test(text))));

function scoreFile(name: string, rows: readonly Row[], language: Language, report: Report): void {
  const labels = new Set(rows.map(({ label }) => label));
  const verdict = (text: string): Verdict => classify(text, { language, phase: 'explore' });
  const isOpenOrClosed =
    rows[0]?.source === 'SWDA' || (!labels.has('statement') && labels.size <= 2);
  if (labels.size < 2 || (!isOpenOrClosed && labels.size < sevenLabels)) return;
  const guesses = rows.map(({ text, label, source }): Guess => {
    const { label: guessed, ...rest } = verdict(text);
    if (!isOpenOrClosed) return { label, guessed };
    const isOpen = isOpenIn(source, text, { label: guessed, ...rest });
    return { label: label === 'open' ? 'open' : 'closed', guessed: isOpen ? 'open' : 'closed' };
  });
  reportScores(name, guesses, report);
  if (!isOpenOrClosed || rows[0]?.source === 'SWDA') return;
  const flags = rows.filter(({ text }) => ['leading', 'why-blame'].includes(verdict(text).label));
  report(`${name}.flagged`, flags.length / rows.length, 'of questions');
}

/** Whether something is asked at all, its final punctuation removed. */
function scoreUnmarked(
  files: ReadonlyMap<string, Row[]>,
  language: Language,
  report: Report,
): void {
  for (const [name, statements] of files) {
    const questions = files.get(name.replace('-statement', ''));
    if (!name.includes('-statement') || questions === undefined) continue;
    const guesses = [...questions, ...statements].map(({ text, label }): Guess => {
      const bare = text.replace(/[\s.?!…]+$/u, '');
      const isStatement = classify(bare, { language, phase: 'explore' }).label === 'statement';
      return {
        label: label === 'statement' ? 'statement' : 'question',
        guessed: isStatement ? 'statement' : 'question',
      };
    });
    reportScores(`${name}.unmarked`, guesses, report);
  }
}

function timeOf(text: string, language: Language, times: number): number {
  const began = performance.now();
  for (let i = 0; i < times; i += 1) classify(text, { language, phase: 'explore' });
  return (performance.now() - began) / times;
}

function measureTime(texts: readonly string[], language: Language, report: Report): void {
  // The middle of five, so that what else the machine does is not counted.
  const times = texts.map((text) =>
    percentile(
      Array.from({ length: 5 }, () => timeOf(text, language, 1)),
      0.5,
    ),
  );
  report('time.p50', percentile(times, 0.5), 'ms');
  report('time.p99', percentile(times, 0.99), 'ms');
  const long = (length: number): string =>
    texts
      .join(' ')
      .repeat(Math.ceil(length / 1000))
      .slice(0, length);
  const ratio = timeOf(long(10_000), language, 20) / timeOf(long(1000), language, 20);
  report('time.10000-over-1000', ratio, 'x');
}

/** What a page loads for English, after gzip: the coach, and what it knows. */
async function measureSize(report: Report): Promise<void> {
  const room = join(import.meta.dirname, '../src/domain/coach');
  const data = join(import.meta.dirname, '../content/coach/en');
  const bundled = await build({
    stdin: {
      contents: ['classify', 'language', 'parse-language', 'notes', 'suggest']
        .map((name) => `export * from './${name}.ts';`)
        .join(''),
      resolveDir: room,
    },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  });
  const code = bundled.outputFiles.map(({ text }) => text).join('');
  const known = readdirSync(data).map((name): unknown =>
    JSON.parse(readFileSync(join(data, name), 'utf8')),
  );
  const kilobytes = (text: string): number => gzipSync(text, { level: 9 }).length / 1000;
  report('size.code', kilobytes(code), 'KB');
  report('size.data', kilobytes(JSON.stringify(known)), 'KB');
}

/** How often the coach is right, and how fast it is, on labelled files: our own, or those of `--data`. */
export async function run(report: Report, { data = own }: BenchOptions): Promise<void> {
  const language = loadLanguage('en');
  if (language === null) throw new Error('The coach has no English');
  const names = readdirSync(data).filter(
    (name) => name.endsWith('.tsv') && !/-[a-z]{2}\.tsv$/.test(name),
  );
  const files = new Map(
    names
      .sort()
      .map((name) => [name.replace('.tsv', ''), parseRows(readFileSync(join(data, name), 'utf8'))]),
  );
  const all = [...files.values()].flatMap((rows) => rows.map(({ text }) => text));
  for (const text of all) classify(text, { language, phase: 'explore' });
  for (const [name, rows] of files) scoreFile(name, rows, language, report);
  scoreUnmarked(files, language, report);
  measureTime(all, language, report);
  await measureSize(report);
}

import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';

/** Says one figure of a suite, for instance `report('link.join.ratio', 1.8, 'x')`. */
export type Report = (name: string, value: number, unit: string) => void;

export interface BenchOptions {
  /** A folder with data for suites that need some; `npm run bench -- --data DIR`. */
  readonly data?: string | undefined;
}

/** What a `bench/<suite>.bench.ts` exports. Every figure of a ratio is measured in one run. */
export interface Suite {
  readonly run: (report: Report, options: BenchOptions) => Promise<void>;
}

function isSuite(module: unknown): module is Suite {
  return typeof module === 'object' && module !== null && 'run' in module;
}

const folder = join(import.meta.dirname, '../bench');
const files = globSync('*.bench.ts', { cwd: folder }).sort();
const suites = new Map(files.map((file) => [basename(file, '.bench.ts'), join(folder, file)]));

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false }, data: { type: 'string' } },
});

const wanted = positionals.length === 0 ? [...suites.keys()] : positionals;
const unknown = wanted.filter((suite) => !suites.has(suite));
if (unknown.length > 0) {
  console.error(
    `No such suite: ${unknown.join(', ')}. There are: ${[...suites.keys()].join(', ')}`,
  );
  process.exit(1);
}

for (const suite of wanted) {
  const module: unknown = await import(suites.get(suite) ?? '');
  if (!isSuite(module)) throw new Error(`bench/${suite}.bench.ts exports no function "run"`);
  if (!values.json) console.log(suite);
  await module.run(
    (name, value, unit) => {
      const line = `  ${name.padEnd(32)} ${value.toPrecision(4).padStart(12)} ${unit}`;
      console.log(values.json ? JSON.stringify({ suite, name, value, unit }) : line);
    },
    { data: values.data },
  );
}

import { parseArgs } from 'node:util';
import { fuzz } from '../tests/support/fuzz/run.ts';
import { targets } from '../tests/support/fuzz/targets.ts';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '100000' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 32) },
  },
});
const [count, seed] = [Number(values.count), Number(values.seed)];

const begun = performance.now();
const failures = await fuzz(targets, count, seed);
const seconds = ((performance.now() - begun) / 1000).toFixed(1);

for (const target of targets) {
  const failed = failures.filter((failure) => failure.target === target.name);
  console.log(`${failed.length === 0 ? '✓' : '✗'} ${target.name}`);
  for (const { error, input } of failed.slice(0, 3)) console.log(`    ${error}\n    ${input}`);
}
console.log(
  `${count} wrong inputs in ${seconds} s, seed ${seed}: ${failures.length} were not borne`,
);
process.exitCode = failures.length === 0 ? 0 : 1;

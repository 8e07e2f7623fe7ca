import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '5' },
    seed: { type: 'string', default: String(Date.now() % 100_000) },
  },
});

console.log(`seed ${values.seed}, ${values.minutes} min`);
const { status } = spawnSync('playwright', ['test', 'tests/e2e/chaos'], {
  stdio: 'inherit',
  env: { ...process.env, CHAOS_SEED: values.seed, CHAOS_MINUTES: values.minutes },
});
process.exitCode = status ?? 1;

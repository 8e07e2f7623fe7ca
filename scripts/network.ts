import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { whyNoLab } from '../tests/network/lab.ts';
import { play, type Outcome } from '../tests/network/play.ts';
import { scenarios, ways } from '../tests/network/scenarios.ts';
import { writeTable } from '../tests/network/table.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { write: { type: 'boolean', default: false } },
});

const reason = whyNoLab();
if (reason !== null) {
  console.log(`Networks cannot be tried here: ${reason}.`);
  process.exit(0);
}

const dist = join(import.meta.dirname, '../dist');
if (!existsSync(join(dist, 'index.html'))) {
  console.error('There is no built site in dist/ yet: npm run build');
  process.exit(1);
}

const hasTurn = spawnSync('turnserver', ['--version']).error === undefined;
const wanted = scenarios.filter(
  ({ name }) => positionals.length === 0 || positionals.some((part) => name.includes(part)),
);
const outcomes: Outcome[] = [];
let isGood = true;
for (const scenario of wanted) {
  if (scenario.services === 'STUN and TURN' && !hasTurn) {
    console.error(`${scenario.name}: skipped, for coturn (turnserver) is not installed`);
    continue;
  }
  const outcome = await play(scenario, dist);
  outcomes.push(outcome);
  const isMet = ways.indexOf(outcome.way) <= ways.indexOf(scenario.way);
  const isSilent = outcome.way === 'not at all' || outcome.words.every((ms) => ms !== null);
  const isGoodHere = isMet && isSilent && outcome.errors.length === 0;
  isGood &&= isGoodHere;
  console.log(JSON.stringify({ ...outcome, ok: isGoodHere }));
}
if (values.write) await writeTable(outcomes);
process.exitCode = isGood ? 0 : 1;

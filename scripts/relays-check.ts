import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { checkRelay, dated, type PublicRelay } from './relays/check.ts';

/**
 * `npm run relays:check`: whether each relay of the public list passes words on. With `--write` the day is put down at
 * those that do. It contacts the relays, so it is run by a person who wants that, never by the tests or a build.
 */
const file = fileURLToPath(new URL('../src/board/public-relays.json', import.meta.url));
const relays = JSON.parse(readFileSync(file, 'utf8')) as PublicRelay[];
const findings = await Promise.all(relays.map(({ address }) => checkRelay(address)));

console.table(
  relays.map(({ address, owner, checked }, at) => ({
    relay: address,
    owner,
    'worked last': checked ?? 'not checked yet',
    now: findings[at]?.works ? 'works' : 'does not work',
    told: findings[at]?.told,
  })),
);

if (process.argv.includes('--write')) {
  const day = new Date().toISOString().slice(0, 10);
  const list = JSON.stringify(dated(relays, findings, day));
  const style = await resolveConfig(file);
  writeFileSync(file, await format(list, { ...style, parser: 'json' }));
}
process.exitCode = findings.every(({ works }) => works) ? 0 : 1;

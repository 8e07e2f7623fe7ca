import { once } from 'node:events';
import { cpSync, writeFileSync } from 'node:fs';
import { join as pathOf } from 'node:path';
import { personRow } from '../e2e/circle/steps.ts';
import { Lab, PUBLIC } from './lab.ts';
import {
  found,
  hasWord,
  join,
  type Found,
  openGuest,
  reach,
  wordFrom,
  write,
  type Guest,
} from './meet.ts';
import { ways, type Scenario, type Way } from './scenarios.ts';

/** What came of a scenario. */
export interface Outcome extends Found {
  readonly scenario: string;
  readonly way: Way;
  /** Ms until a changed word of one is on the other's screen, each way. */
  readonly words: readonly (number | null)[];
  /** Seconds until the other side said that Ben is gone, and from the plug, or the move, until both had all words. */
  readonly noticedAfter?: number;
  readonly backAfter?: number;
  /** What nothing on a page has caught. */
  readonly errors: readonly string[];
}

const turnUser = { username: 'ana', credential: 'secret' };

/** Plays a scenario in a lab of its own. */
export async function play(scenario: Scenario, dist: string): Promise<Outcome> {
  const lab = new Lab();
  const guests: Guest[] = [];
  // A person who stops the run must not be left with namespaces.
  const stop = () => {
    lab.close().then(
      () => process.exit(1),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  try {
    await serve(lab, scenario, dist);
    for (const name of ['ana', 'ben', 'cem'] as const) {
      const place = scenario[name];
      if (place === undefined) continue;
      await lab.build(name, place);
      guests.push(await openGuest(lab, `${name[0]?.toUpperCase()}${name.slice(1)}`));
    }
    const [ana, ben, cem] = guests;
    if (ana === undefined || ben === undefined) throw new Error('nobody came');
    const asked = scenario.services === 'STUN and TURN';
    const link = await found(ana, asked);
    const third = cem && (await join(cem, link, asked));
    if (third?.foundAfter === null) throw new Error('Cem found nobody');
    const met = await talk(ana, ben, link, asked);
    const cut =
      scenario.unplugged === undefined ? {} : await pull(lab, ana, ben, scenario.unplugged);
    const moved = scenario.moves === true ? await move(lab, ana, ben) : {};
    const errors = guests.flatMap((guest) => guest.errors);
    return { scenario: scenario.name, ...met, ...cut, ...moved, errors };
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, stop);
    await Promise.all(guests.map(({ browser }) => browser.close()));
    await lab.close();
  }
}

async function serve(lab: Lab, { services }: Scenario, dist: string): Promise<void> {
  const folder = pathOf(lab.folder, 'site');
  cpSync(dist, folder, { recursive: true });
  const stun = { urls: `stun:${PUBLIC}` };
  const turn = ['udp', 'tcp'].map((way) => ({
    urls: `turn:${PUBLIC}:3479?transport=${way}`,
    ...turnUser,
  }));
  const iceServers = { nothing: [], STUN: [stun], 'STUN and TURN': [stun, ...turn] }[services];
  const config = JSON.stringify({ rendezvous: ['self'], iceServers });
  writeFileSync(pathOf(folder, 'config.json'), config);
  const script = pathOf(import.meta.dirname, 'serve.ts');
  const server = lab.start('public', [process.execPath, script, folder, PUBLIC], 'pipe');
  if (server.stdout !== null) await once(server.stdout, 'data');
  if (services !== 'STUN and TURN') return;
  const quiet = ['--no-cli', '--no-tls', '--no-dtls', '--log-file=stdout', '--pidfile='];
  const users = ['--lt-cred-mech', '--realm=test', `--user=${turnUser.username}:secret`];
  const where = [`--listening-ip=${PUBLIC}`, `--relay-ip=${PUBLIC}`, '--listening-port=3479'];
  lab.start('public', ['turnserver', ...where, ...quiet, ...users]);
}

async function talk(ana: Guest, ben: Guest, link: string, asked: boolean) {
  const came = await join(ben, link, asked);
  if (came.foundAfter === null) return { way: 'not at all' as const, ...came, words: [] };
  const seen = [await reach(ana, ben), await reach(ben, ana)];
  const words = [
    await wordFrom(ana, ben, 'Words from Ana'),
    await wordFrom(ben, ana, 'Words from Ben'),
  ];
  return { way: wayOf(seen), ...came, words };
}

/** The worse of what the two see. */
function wayOf(seen: readonly string[]): Way {
  if (seen.every((words) => words === 'here, directly')) return 'directly';
  if (seen.some((words) => words.includes('meeting point'))) return ways[3];
  if (seen.some((words) => words.includes('a relay'))) return 'through TURN';
  return seen.some((words) => words.startsWith('here, through')) ? 'through another' : 'not at all';
}

/** Pulls Ben's cable, lets both write, and plugs it in again. */
async function pull(lab: Lab, ana: Guest, ben: Guest, seconds: number) {
  const pulled = performance.now();
  lab.cable('ben', false);
  const until = new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  await personRow(ana.page, 'Ben').getByText('last seen').waitFor({ timeout: 20_000 });
  const noticedAfter = (performance.now() - pulled) / 1000;
  await write(ana, 'Written while Ben was cut off');
  await rename(ben, 'Benedikt');
  await until;
  const plugged = performance.now();
  lab.cable('ben', true);
  await personRow(ana.page, 'Benedikt').getByText('here').waitFor({ timeout: 60_000 });
  const isThere = await hasWord(ben, 'Written while Ben was cut off');
  if (!isThere) throw new Error('what Ana wrote meanwhile never came to Ben');
  return { noticedAfter, backAfter: (performance.now() - plugged) / 1000 };
}

/** Gives Ben's device another address; both write at once. */
async function move(lab: Lab, ana: Guest, ben: Guest) {
  lab.move('ben');
  const moved = performance.now();
  await write(ana, 'Written after the move');
  await rename(ben, 'Benedikt');
  await personRow(ana.page, 'Benedikt').getByText('here').waitFor({ timeout: 60_000 });
  const isThere = await hasWord(ben, 'Written after the move');
  if (!isThere) throw new Error('what Ana wrote never came to Ben');
  return { backAfter: (performance.now() - moved) / 1000 };
}

async function rename({ page }: Guest, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Change: Your name' }).click();
  await page.getByRole('dialog').getByLabel('Your name').fill(name);
  await page.keyboard.press('Enter');
}

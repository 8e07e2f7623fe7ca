import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { freePort } from '../../../scripts/free-port.ts';
import { expect, test } from './link-test.ts';

const isInstalled = spawnSync('turnserver', ['--version']).error === undefined;
test.skip(!isInstalled, 'coturn (turnserver) is not installed on this machine');

/** Whether something listens there: coturn keeps its own words to itself until its buffer is full. */
function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

/** A TURN server of its own on loopback. */
async function startTurn(): Promise<{ process: ChildProcess; port: number }> {
  const port = await freePort();
  const quiet = ['--no-cli', '--no-tls', '--no-dtls', '--log-file=stdout', '--pidfile='];
  const open = ['--listening-ip=127.0.0.1', '--relay-ip=127.0.0.1', '--allow-loopback-peers'];
  const users = ['--lt-cred-mech', '--realm=test', '--user=ana:secret'];
  const process = spawn('turnserver', [`--listening-port=${port}`, ...quiet, ...open, ...users], {
    stdio: 'ignore',
  });
  await expect.poll(() => answers(port)).toBe(true);
  return { process, port };
}

test('through TURN alone a circle meets, and says so', async ({ circle }) => {
  const turn = await startTurn();
  try {
    const iceServers = [
      { urls: `turn:127.0.0.1:${turn.port}`, username: 'ana', credential: 'secret' },
    ];
    const members = [await circle.open('Ana'), await circle.open('Ben')];
    for (const member of members) await circle.join(member, { iceServers, relayOnly: true });
    const [ana, ben] = [members[0]!, members[1]!];
    await expect.poll(() => ana.page.evaluate(() => window.page.others())).toEqual(['Ben turn']);
    await ana.page.evaluate(() => window.page.write('word', 'by relay'));
    await expect.poll(() => ben.page.evaluate(() => window.page.read('word'))).toBe('by relay');
    expect([...ana.uncaught, ...ben.uncaught]).toEqual([]);
  } finally {
    const gone = once(turn.process, 'exit');
    turn.process.kill('SIGKILL');
    await gone;
  }
});

import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { expect } from '@playwright/test';
import { freePort } from '../../scripts/free-port.ts';

/** Whether coturn is there. */
export const hasTurnServer = (): boolean =>
  spawnSync('turnserver', ['--version']).error === undefined;

/** Whether something listens there: coturn keeps its own words to itself until its buffer is full. */
function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

/** A TURN server of its own on loopback, for the user “ana” with the password “secret”. */
export async function startTurn(): Promise<{ address: string; stop: () => Promise<void> }> {
  const port = await freePort();
  const quiet = ['--no-cli', '--no-tls', '--no-dtls', '--log-file=stdout', '--pidfile='];
  const open = ['--listening-ip=127.0.0.1', '--relay-ip=127.0.0.1', '--allow-loopback-peers'];
  const users = ['--lt-cred-mech', '--realm=test', '--user=ana:secret'];
  const server = spawn('turnserver', [`--listening-port=${port}`, ...quiet, ...open, ...users], {
    stdio: 'ignore',
  });
  await expect.poll(() => answers(port)).toBe(true);
  return {
    address: `turn:127.0.0.1:${port}`,
    stop: async () => {
      const gone = once(server, 'exit');
      server.kill('SIGKILL');
      await gone;
    },
  };
}

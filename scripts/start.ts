import { existsSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { attachRendezvous, turnAway } from './rendezvous.ts';
import { lanAddresses } from './start/addresses.ts';
import { site } from './start/site.ts';

const log = (line: string) => console.log(`${new Date().toISOString()} ${line}`);

function stop(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

/** With a slash at both ends, as in `/toolkit/`. */
const base = `/${process.env['SITE_BASE'] ?? ''}/`.replaceAll(/\/+/g, '/');
const port = Number(process.env['PORT'] ?? 4173);
if (!Number.isInteger(port) || port < 0 || port > 65535) {
  stop(`PORT must be a number up to 65535, and is "${process.env['PORT']}".`);
}

const folder = join(import.meta.dirname, '../dist');
if (!existsSync(join(folder, 'index.html'))) {
  stop('There is no built site in dist/ yet. `npm start` builds it and serves it.');
}

/** Behind a proxy all sockets have one address, and the last entry is the one that the proxy wrote. */
function addressBehindProxy(request: IncomingMessage): string {
  const forwarded = String(request.headers['x-forwarded-for'] ?? '');
  return forwarded.split(',').at(-1)?.trim() ?? '';
}

function openSite() {
  try {
    return site({ folder, base, log });
  } catch (error) {
    return stop(error instanceof Error ? error.message : String(error));
  }
}

const server = createServer(openSite());

const path = `${base}rendezvous`;
const rendezvous = attachRendezvous(server, {
  path,
  log,
  ...(process.env['TRUST_PROXY'] === '1' && { addressOf: addressBehindProxy }),
});
server.on('upgrade', (request, socket) => {
  if (request.url?.split('?')[0] !== path) turnAway(socket, '404 Not Found');
});

server.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EADDRINUSE') {
    stop(`Port ${port} is taken by another program. Choose another one: PORT=8080 npm start`);
  }
  stop(`The server could not go on: ${error.message}`);
});

server.listen(port, () => {
  console.log(`Askwell is open at http://localhost:${port}${base}`);
  const elsewhere = lanAddresses().map((address) => `http://${address}:${port}${base}`);
  if (elsewhere.length === 0) return;
  console.log(`From other machines: ${elsewhere.join('  ')}`);
  console.log('  Guides can be read there. To connect with others, browsers demand https:');
  console.log('  docs/hosting.md says how to put it in front.');
});

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    server.close();
    server.closeAllConnections();
    rendezvous.close().catch((error: unknown) => stop(String(error)));
  });
}

import { build } from 'esbuild';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { attachRendezvous } from '../../../scripts/rendezvous.ts';
import { peerConnections } from './peer-connections.ts';

export interface LinkSite {
  readonly url: string;
  readonly rendezvous: string;
  close(): Promise<void>;
}

/** Serves the bare page and a rendezvous on a free port. */
export async function serveLinkPage(): Promise<LinkSite> {
  const entry = fileURLToPath(new URL('page.ts', import.meta.url));
  const define = { 'process.env.NODE_ENV': '"production"', global: 'globalThis' };
  const bundle = await build({
    entryPoints: [entry],
    bundle: true,
    format: 'esm',
    define,
    plugins: [peerConnections],
    write: false,
    logLevel: 'error',
  });
  const script = bundle.outputFiles[0]!.text;
  const server = createServer((request, response) => {
    if (request.url === '/page.js') {
      response.setHeader('content-type', 'text/javascript').end(script);
      return;
    }
    response.setHeader('content-type', 'text/html');
    response.end(
      '<!doctype html><title>link</title><script type="module" src="/page.js"></script>',
    );
  });
  const logged: string[] = [];
  const rendezvous = attachRendezvous(server, {
    path: '/rendezvous',
    log: (line) => logged.push(line),
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const host = `127.0.0.1:${address.port}`;
  return {
    url: `http://${host}/`,
    rendezvous: `ws://${host}/rendezvous`,
    async close() {
      await rendezvous.close();
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
    },
  };
}

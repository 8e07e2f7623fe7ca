import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { site } from '../../../scripts/start/site.ts';

export interface Served {
  /** With a slash at the end. */
  readonly address: string;
  close(): Promise<void>;
}

/** A built site on a port of its own, as `npm start` would serve it. */
export async function serve(folder: string, base = '/'): Promise<Served> {
  const server = createServer(site({ folder, base, log: (line) => console.log(line) }));
  server.listen(0, 'localhost');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://localhost:${port}${base}`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

import { createServer } from 'node:http';
import { attachRendezvous } from '../scripts/rendezvous.ts';
import { site } from '../scripts/start/site.ts';

export interface Served {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves a folder with a rendezvous, as `npm start` does, on a free port. */
export async function serve(folder: string): Promise<Served> {
  const log = (line: string) => console.error(line);
  const server = createServer(site({ folder, base: '/', log }));
  const rendezvous = attachRendezvous(server, { path: '/rendezvous', log });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return {
    url: `http://127.0.0.1:${address.port}/`,
    async close() {
      await rendezvous.close();
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
    },
  };
}

import { createServer } from 'node:http';
import { attachRendezvous } from '../../scripts/rendezvous.ts';
import { site } from '../../scripts/start/site.ts';
import { openStun } from '../support/stun.ts';

/** The site with its rendezvous and a STUN server, at one address: `serve.ts FOLDER ADDRESS`. */
const [folder = '', host = ''] = process.argv.slice(2);

const log = (line: string) => console.error(line);
const server = createServer(site({ folder, base: '/', log }));
attachRendezvous(server, { path: '/rendezvous', log });
await openStun(host, 3478);
server.listen(80, host, () => console.log('ready'));

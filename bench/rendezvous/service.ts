import { createServer } from 'node:http';
import { attachRendezvous } from '../../scripts/rendezvous.ts';

/** A rendezvous in a process of its own, which says how much it uses when it is asked. */
const server = createServer();
attachRendezvous(server, {
  path: '/rendezvous',
  log: (line) => console.error(line),
  limits: { connectionsPerAddress: 2000, messagesAtOnce: 1e6, messagesPerSecond: 1e6 },
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address !== null && typeof address === 'object') process.send?.(address.port);
});
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ memory: process.memoryUsage().rss, cpu: (user + system) / 1000 });
});
process.on('disconnect', () => process.exit());

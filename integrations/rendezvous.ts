import { Server } from 'node:http';
import type { AstroIntegration } from 'astro';
import { attachRendezvous } from '../scripts/rendezvous.ts';

/** The rendezvous of `npm start`, for `npm run dev`: same protocol, same path below the base. */
export function rendezvous(): AstroIntegration {
  let path = '/rendezvous';
  return {
    name: 'rendezvous',
    hooks: {
      'astro:config:done': ({ config }) => {
        path = `${config.base.replace(/\/$/, '')}/rendezvous`;
      },
      'astro:server:setup': ({ server, logger }) => {
        if (!(server.httpServer instanceof Server)) {
          logger.warn('no rendezvous: this development server does not speak plain http');
          return;
        }
        attachRendezvous(server.httpServer, { path, log: (line) => logger.warn(line) });
      },
    },
  };
}

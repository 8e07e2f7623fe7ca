import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import { serve } from './rendezvous/connection.ts';
import { usualLimits, type Limits } from './rendezvous/limits.ts';
import { Refusals, type Reason } from './rendezvous/refusals.ts';
import { Topics } from './rendezvous/topics.ts';

export interface Rendezvous {
  /** What it holds at this moment. */
  load(): { readonly connections: number; readonly topics: number };
  /** Cuts off all connections and leaves the server, which goes on, without a rendezvous. */
  close(): Promise<void>;
}

export interface RendezvousOptions {
  /** The path of its WebSocket, for instance `/rendezvous`. Other paths are left to others. */
  readonly path: string;
  readonly log: (line: string) => void;
  readonly limits?: Partial<Limits>;
  /** Who asks. The socket's address, unless a proxy that is trusted knows better. */
  readonly addressOf?: (request: IncomingMessage) => string;
}

/** Answers a request for a WebSocket with a plain HTTP status. */
export function turnAway(socket: Duplex, status: string): void {
  // Without a listener, a client that resets the connection just now would end the process.
  socket.on('error', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

/**
 * Lets browsers that know the same topic find each other: y-webrtc's signalling protocol, on a path
 * of an HTTP server. Whatever clients send, it refuses with a line in the log and goes on.
 */
export function attachRendezvous(server: Server, options: RendezvousOptions): Rendezvous {
  const { path, log, addressOf = (request) => request.socket.remoteAddress ?? '' } = options;
  const limits: Limits = { ...usualLimits, ...options.limits };
  const refusals = new Refusals(log);
  const topics = new Topics<WebSocket>();
  const fromAddress = new Map<string, number>();
  const sockets = new WebSocketServer({ noServer: true, maxPayload: limits.messageSize });

  function tooMany(address: string): Reason | null {
    if (sockets.clients.size >= limits.connections) return 'too many connections';
    const isFull = (fromAddress.get(address) ?? 0) >= limits.connectionsPerAddress;
    return isFull ? 'too many connections from one address' : null;
  }

  function count(address: string, change: 1 | -1): void {
    const now = (fromAddress.get(address) ?? 0) + change;
    if (now === 0) fromAddress.delete(address);
    else fromAddress.set(address, now);
  }

  function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (request.url?.split('?')[0] !== path) return;
    const address = addressOf(request);
    const reason = tooMany(address);
    if (reason !== null) {
      refusals.note(reason);
      return turnAway(socket, '503 Service Unavailable');
    }
    sockets.handleUpgrade(request, socket, head, (client) => {
      count(address, 1);
      client.on('close', () => count(address, -1));
      serve(client, { limits, topics, refusals });
    });
  }

  server.on('upgrade', upgrade);

  return {
    load: () => ({ connections: sockets.clients.size, topics: topics.size }),
    close() {
      server.off('upgrade', upgrade);
      for (const client of sockets.clients) client.terminate();
      return new Promise((resolve) => sockets.close(() => resolve()));
    },
  };
}

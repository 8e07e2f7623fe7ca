import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connect, type Socket } from 'node:net';
import { WebSocket } from 'ws';
import { attachRendezvous, type Rendezvous } from '../../scripts/rendezvous.ts';
import type { Limits } from '../../scripts/rendezvous/limits.ts';

/** A client that keeps what it has heard, so that a test may ask later. */
class Client {
  readonly socket: WebSocket;
  readonly heard: unknown[] = [];
  readonly closed: Promise<unknown>;

  constructor(url: string) {
    this.socket = new WebSocket(url);
    this.socket.on('message', (data) => this.heard.push(JSON.parse(data.toString())));
    this.socket.on('error', () => this.socket.terminate());
    this.closed = new Promise((resolve) => this.socket.once('close', resolve));
  }

  async opened(): Promise<this> {
    await once(this.socket, 'open');
    return this;
  }

  say(message: unknown): void {
    this.socket.send(typeof message === 'string' ? message : JSON.stringify(message));
  }

  /** The server answers in order: after its pong, all that was said before has been dealt with. */
  async understood(): Promise<void> {
    const before = this.pongs();
    this.say({ type: 'ping' });
    while (this.pongs() <= before) await once(this.socket, 'message');
  }

  pongs(): number {
    return this.heard.filter((message) => JSON.stringify(message) === '{"type":"pong"}').length;
  }

  published(): unknown[] {
    return this.heard.filter((message) => JSON.stringify(message).includes('publish'));
  }
}

/** A rendezvous on a free port, and clients that are cut off when it closes. */
export class OpenRendezvous {
  readonly log: string[] = [];
  readonly server: Server = createServer();
  readonly rendezvous: Rendezvous;
  readonly #clients: Client[] = [];

  private constructor(limits: Partial<Limits>) {
    const log = (line: string) => this.log.push(line);
    this.rendezvous = attachRendezvous(this.server, { path: '/rendezvous', log, limits });
  }

  static async open(limits: Partial<Limits> = {}): Promise<OpenRendezvous> {
    const opened = new OpenRendezvous(limits);
    opened.server.listen(0, '127.0.0.1');
    await once(opened.server, 'listening');
    return opened;
  }

  get port(): number {
    const address = this.server.address();
    if (address === null || typeof address === 'string') throw new Error('not open');
    return address.port;
  }

  client(): Client {
    const client = new Client(`ws://127.0.0.1:${this.port}/rendezvous`);
    this.#clients.push(client);
    return client;
  }

  /** A connection that has shaken hands and says nothing that a test does not write. */
  async rawConnection(): Promise<Socket> {
    const socket = connect(this.port, '127.0.0.1');
    socket.on('error', () => socket.destroy());
    socket.write(
      'GET /rendezvous HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n' +
        'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n',
    );
    await once(socket, 'data');
    return socket;
  }

  /** Resolves when two newcomers have found each other. */
  async stillServes(): Promise<void> {
    const ana = await this.client().opened();
    const ben = await this.client().opened();
    ana.say({ type: 'subscribe', topics: ['a new circle'] });
    await ana.understood();
    ben.say({ type: 'publish', topic: 'a new circle', data: 'hello' });
    while (ana.published().length === 0) await once(ana.socket, 'message');
    ana.socket.terminate();
    ben.socket.terminate();
    await Promise.all([ana.closed, ben.closed]);
  }

  async close(): Promise<void> {
    for (const { socket } of this.#clients) socket.terminate();
    await this.rendezvous.close();
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

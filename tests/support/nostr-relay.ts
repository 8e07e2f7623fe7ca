import { once } from 'node:events';
import { EventRepository, type Event, type IncomingMessage } from '@nostr-relay/common';
import { NostrRelay } from '@nostr-relay/core';
import { Validator } from '@nostr-relay/validator';
import { WebSocketServer, type WebSocket } from 'ws';

/** Keeps nothing: here events are passed on only. */
class NoRepository extends EventRepository {
  override isSearchSupported(): boolean {
    return false;
  }

  override upsert(): { isDuplicate: boolean } {
    return { isDuplicate: false };
  }

  override find(): Event[] {
    return [];
  }

  override async deleteByDeletionRequest(): Promise<void> {
    // Nothing to delete.
  }

  override async destroy(): Promise<void> {
    // Nothing to free.
  }
}

/** What a relay does not take, as relays on the internet say it; `null` for what it takes. */
export type Rule = (
  event: Event,
  at: { readonly now: number; readonly count: number },
) => string | null;

/** Seconds by which an event may be off; common relays refuse what is further. */
const OLDEST = 60;
const NEWEST = 900;

const onlyNow: Rule = ({ created_at }, { now }) => {
  if (created_at < now - OLDEST) return 'invalid: ephemeral event expired';
  return created_at > now + NEWEST ? 'invalid: created_at is too far in the future' : null;
};

const LARGEST = 16 * 1024;

/** As common relays, and no message above 16 KB. */
export const noLarger: Rule = (event, at) =>
  JSON.stringify(['EVENT', event]).length > LARGEST
    ? 'invalid: message too large'
    : onlyNow(event, at);

/** A Nostr relay on loopback that checks every signature, and keeps a count of what it has passed on. */
export class OpenNostrRelay {
  readonly events: Event[] = [];
  readonly refused: string[] = [];
  readonly questions: unknown[] = [];
  rule: Rule = onlyNow;
  readonly #server: WebSocketServer;
  readonly #relay = new NostrRelay(new NoRepository());
  readonly #validator = new Validator();

  private constructor(port: number) {
    this.#server = new WebSocketServer({ port, host: '127.0.0.1' });
    this.#relay.register({
      beforeHandleEvent: (event: Event) => {
        const at = { now: Date.now() / 1000, count: this.events.length };
        const reason = this.rule(event, at);
        if (reason === null) return { canHandle: true };
        this.refused.push(reason);
        return { canHandle: false, message: reason };
      },
      broadcast: (event: Event, next: () => Promise<void>) => {
        this.events.push(event);
        return next();
      },
    });
    this.#server.on('connection', (socket) => this.#serve(socket));
  }

  static async open(port = 0): Promise<OpenNostrRelay> {
    const relay = new OpenNostrRelay(port);
    await once(relay.#server, 'listening');
    return relay;
  }

  get address(): string {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('not open');
    return `nostr+ws://127.0.0.1:${address.port}`;
  }

  get listeners(): number {
    return this.#server.clients.size;
  }

  /** Says something to all, of its own accord. */
  say(message: readonly unknown[]): void {
    for (const socket of this.#server.clients) socket.send(JSON.stringify(message));
  }

  async close(): Promise<void> {
    for (const socket of this.#server.clients) socket.terminate();
    await new Promise((resolve) => this.#server.close(resolve));
    await this.#relay.destroy();
  }

  #serve(socket: WebSocket): void {
    this.#relay.handleConnection(socket);
    socket.on('message', (data) => {
      this.#take(socket, String(data)).catch((error: unknown) => {
        socket.send(JSON.stringify(['NOTICE', `error: ${String(error)}`]));
      });
    });
    socket.on('close', () => this.#relay.handleDisconnect(socket));
  }

  async #take(socket: WebSocket, text: string): Promise<void> {
    const message: IncomingMessage = await this.#validator.validateIncomingMessage(text);
    if (message[0] === 'REQ') this.questions.push(message);
    await this.#relay.handleMessage(socket, message);
  }
}

import type { SignalingConn, WebrtcProvider } from 'y-webrtc';
import type { LinkStatus } from './link.ts';
import { guardSignalling } from './signalling-guard.ts';

/** A refused socket is known at once; a swallowed one only after minutes, so patience has an end. */
const PATIENCE = 8000;
/** lib0 gets an answer to its ping every 15 s. */
const STALE = 20_000;

/** The sockets to the rendezvous services: the one place that decides how they are reached. */
export class Rendezvous {
  readonly #connections: readonly SignalingConn[];
  #notReachedSince: number | null = performance.now();

  constructor(provider: WebrtcProvider) {
    this.#connections = provider.signalingConns;
    for (const connection of this.#connections) guardSignalling(connection);
  }

  status(): LinkStatus['rendezvous'] {
    if (this.#connections.some((connection) => connection.connected)) {
      this.#notReachedSince = null;
      return 'reached';
    }
    this.#notReachedSince ??= performance.now();
    const haveFailed = this.#connections.every((one) => one.unsuccessfulReconnects > 0);
    const isLate = performance.now() - this.#notReachedSince > PATIENCE;
    return haveFailed || isLate ? 'unreachable' : 'trying';
  }

  /** Says again that we are here: whoever has no connection to us will begin one. */
  announce(): void {
    for (const connection of this.#connections) {
      // What y-webrtc does after connecting, and has no other name for.
      if (connection.connected) connection.emit('connect', [{ type: 'connect' }, connection]);
    }
  }

  /** Tries at once where lib0 waits, and drops sockets that have been silent for too long. */
  retry(): void {
    for (const connection of this.#connections) {
      if (connection.ws === null) connection.connect();
      else if (Date.now() - connection.lastMessageReceived > STALE) connection.ws.close();
    }
    this.announce();
  }
}

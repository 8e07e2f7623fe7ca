import type { SignalingConn } from 'y-webrtc';

/** lib0 gets an answer to its ping every 15 s. */
const STALE = 20_000;
/** How many looks a service has for an answer: 5 s, and longer where the browser slows its clocks. */
const LOOKS = 10;

interface Question {
  readonly socket: WebSocket;
  readonly heardBefore: number;
  looks: number;
}

/**
 * Lets go of a socket that leads nowhere any more, so that lib0 opens another one: after a change of network the browser
 * says for many minutes that it is open, and when it is told to close it, waits a minute for the other side's goodbye.
 */
export class SilentSockets {
  readonly #connections: readonly SignalingConn[];
  readonly #asked = new Map<SignalingConn, Question>();

  constructor(connections: readonly SignalingConn[]) {
    this.#connections = connections;
  }

  /** To be called when something was lost: asks all services at once whether they are there. */
  ask(): void {
    for (const connection of this.#connections) this.#ask(connection);
  }

  /** To be called about every 500 ms. */
  look(): void {
    for (const connection of this.#connections) {
      const question = this.#asked.get(connection);
      if (question === undefined) {
        if (isStale(connection)) this.#ask(connection);
        continue;
      }
      const { socket, heardBefore } = question;
      question.looks += 1;
      if (connection.ws !== socket || connection.lastMessageReceived !== heardBefore) {
        this.#asked.delete(connection);
      } else if (question.looks > LOOKS) {
        this.#asked.delete(connection);
        letGo(socket);
      }
    }
  }

  /** A person wants to be connected now: what has been silent for too long is not asked any more. */
  hurry(): void {
    for (const connection of this.#connections) {
      if (connection.ws !== null && isStale(connection)) letGo(connection.ws);
      else this.#ask(connection);
    }
  }

  /** Lets go of all; a page that a browser keeps aside has none that lives. Until `connect` none is opened. */
  leave(): void {
    for (const connection of this.#connections) {
      if (connection.ws !== null) letGo(connection.ws);
      connection.disconnect();
    }
  }

  #ask(connection: SignalingConn): void {
    const { ws: socket, connected, lastMessageReceived: heardBefore } = connection;
    if (socket === null || !connected || this.#asked.get(connection)?.socket === socket) return;
    this.#asked.set(connection, { socket, heardBefore, looks: 0 });
    connection.send({ type: 'ping' });
  }
}

const isStale = ({ lastMessageReceived }: SignalingConn): boolean =>
  Date.now() - lastMessageReceived > STALE;

/** lib0 hears of it at once; what the browser says of this socket later is no longer about the one in use. */
function letGo(socket: WebSocket): void {
  const { onerror } = socket;
  socket.onopen = socket.onmessage = socket.onclose = socket.onerror = null;
  onerror?.call(socket, new Event('error'));
  socket.close();
}

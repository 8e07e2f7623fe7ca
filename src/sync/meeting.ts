import type { SignalingConn } from 'y-webrtc';
import { Carrier } from './carriers.ts';
import type { ServiceState } from './link.ts';
import { Listeners } from './listeners.ts';

/** A refused socket is known at once; a swallowed one only after minutes, so patience has an end. */
const PATIENCE = 8000;

/**
 * One configured rendezvous service, as a place where pages that know the same topic hear each other. What is said there
 * goes through strangers: only what is encrypted belongs in `data`, and everything heard is unchecked.
 *
 * To say something to the circle by a topic of its own, derive the topic from the secret (a topic is seen by the service,
 * so it must tell nothing), then for each of `rendezvous.meetings`:
 *
 *     const undo = meeting.subscribe(topic, (data) => read(data));
 *     meeting.publish(topic, sealedAsBase64);
 *
 * A subscription outlives the socket: it is renewed whenever the service is reached again. Nothing that is published
 * meanwhile is kept. You may hear your own words, and the same words more than once or from several services.
 */
export interface Meeting {
  /** As in `LinkSettings.rendezvous`. */
  readonly address: string;
  state(): ServiceState;
  /** Says whether the words went out to the service; `false` while it is not reached. At most 16 KB. */
  publish(topic: string, data: string): boolean;
  /** Returns its own undo. */
  subscribe(topic: string, heard: (data: string) => void): () => void;
}

/** A meeting over the socket that y-webrtc has opened, in y-webrtc's own protocol. */
export class SocketMeeting implements Meeting {
  readonly address: string;
  readonly #connection: SignalingConn;
  readonly #heard = new Map<string, Listeners<string>>();
  #notReachedSince: number | null = performance.now();

  constructor(connection: SignalingConn) {
    this.address = connection.url;
    this.#connection = connection;
    connection.on('connect', () => this.#say('subscribe', [...this.#heard.keys()]));
  }

  state(): ServiceState {
    if (this.#connection.connected) {
      this.#notReachedSince = null;
      const road: unknown = this.#connection.ws;
      return (road instanceof Carrier ? road.trouble : null) ?? 'reached';
    }
    this.#notReachedSince ??= performance.now();
    const isLate = performance.now() - this.#notReachedSince > PATIENCE;
    const hasFailed = this.#connection.unsuccessfulReconnects > 0;
    return hasFailed || isLate ? 'unreachable' : 'trying';
  }

  publish(topic: string, data: string): boolean {
    if (!this.#connection.connected) return false;
    this.#connection.send({ type: 'publish', topic, data });
    return true;
  }

  subscribe(topic: string, heard: (data: string) => void): () => void {
    const listeners = this.#heard.get(topic) ?? new Listeners<string>();
    const undo = listeners.add(heard);
    if (!this.#heard.has(topic)) {
      this.#heard.set(topic, listeners);
      this.#say('subscribe', [topic]);
    }
    return () => {
      undo();
      if (!listeners.isEmpty || this.#heard.get(topic) !== listeners) return;
      this.#heard.delete(topic);
      this.#say('unsubscribe', [topic]);
    };
  }

  /** Takes what the service has said on any topic. */
  hear(topic: string, data: string): void {
    this.#heard.get(topic)?.tell(data);
  }

  #say(type: 'subscribe' | 'unsubscribe', topics: readonly string[]): void {
    if (this.#connection.connected && topics.length > 0) this.#connection.send({ type, topics });
  }
}

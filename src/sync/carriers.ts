import { fieldsOf } from './fields-of.ts';
import type { ServiceState } from './link.ts';

const makers = new Map<string, (address: string) => Carrier>();
const PONG = '{"type":"pong"}';
let handedOut: typeof WebSocket | null = null;

/**
 * From now on whoever opens a WebSocket to an address that begins like this gets what `make` gives. It is the one way to
 * hand an unmodified y-webrtc another road for its signals: it opens sockets by `new WebSocket`. Returns its own undo.
 */
export function carry(beginning: string, make: (address: string) => Carrier): () => void {
  if (globalThis.WebSocket !== handedOut) handOutCarriers();
  makers.set(beginning, make);
  return () => {
    if (makers.get(beginning) === make) makers.delete(beginning);
  };
}

function handOutCarriers(): void {
  handedOut = new Proxy(WebSocket, {
    construct(native, [url, protocols]: ConstructorParameters<typeof WebSocket>) {
      const address = String(url);
      const known = [...makers].find(([beginning]) => address.startsWith(beginning));
      return known ? known[1](address) : new native(url, protocols);
    },
  });
  globalThis.WebSocket = handedOut;
}

/** What y-webrtc says to a rendezvous that matters to another road. */
export type Said =
  | { readonly type: 'subscribe' | 'unsubscribe'; readonly topics: readonly string[] }
  | { readonly type: 'publish'; readonly topic: string; readonly data: string }
  /** Whether the other side is still there: to be answered by `pong`. */
  | { readonly type: 'ping' };

/** Looks like a WebSocket to a rendezvous of y-webrtc's protocol, and goes another way. */
export abstract class Carrier {
  onopen: ((event: object) => void) | null = null;
  onclose: ((event: object) => void) | null = null;
  onerror: ((event: object) => void) | null = null;
  onmessage: ((event: { readonly data: string }) => void) | null = null;
  readyState = 0;

  send(text: string): void {
    const message: unknown = JSON.parse(text);
    if (this.readyState !== 1) return;
    const said = parseSaid(message);
    if (said !== null) this.take(said);
  }

  /** What keeps it from being used, where it is open. */
  get trouble(): Exclude<ServiceState, 'trying' | 'reached' | 'unreachable'> | null {
    return null;
  }

  /** Somebody wants to be connected now. */
  hurry(): void {
    // For roads that wait before they try again.
  }

  close(): void {
    if (this.readyState === 3) return;
    this.readyState = 3;
    this.closed();
    this.onclose?.({});
  }

  protected opened(): void {
    if (this.readyState !== 0) return;
    this.readyState = 1;
    this.onopen?.({});
  }

  protected hear(topic: string, data: string): void {
    if (this.readyState !== 1) return;
    this.onmessage?.({ data: JSON.stringify({ type: 'publish', topic, data }) });
  }

  protected pong(): void {
    if (this.readyState === 1) this.onmessage?.({ data: PONG });
  }

  protected abstract take(said: Said): void;

  protected closed(): void {
    // For roads that have something to free.
  }
}

function parseSaid(message: unknown): Said | null {
  const { type, topics, topic, data } = fieldsOf(message);
  if (type === 'ping') return { type };
  if (type === 'publish' && typeof topic === 'string' && typeof data === 'string') {
    return { type, topic, data };
  }
  if ((type !== 'subscribe' && type !== 'unsubscribe') || !Array.isArray(topics)) return null;
  return { type, topics: topics.filter((each) => typeof each === 'string') };
}

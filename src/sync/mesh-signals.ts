import { fromBase64, toBase64 } from 'lib0/buffer';
import { Allowance } from './allowance.ts';
import { carry, Carrier, type Said } from './carriers.ts';
import type { Conversation } from './conversation.ts';
import { FRAME_CONTENT, frame } from './frames.ts';
import { kinds } from './protocol.ts';
import { Seen } from './seen.ts';

/** A page that comes back to a circle of six says some thirty things to find all others. */
const AT_ONCE = 200;
const PER_SECOND = 20;
const REMEMBERED = 1024;

/** As much of a conversation as carrying a signal needs. */
export type Talk = Pick<Conversation, 'peer' | 'sendFirst'>;

interface Talks {
  /** Those who need from us what has come from one of them, or, without one, from ourselves. */
  lacking(from: Talk | null): Iterable<Talk>;
}

/** The address by which y-webrtc knows this road. */
export const meshAddress = (room: string): string => `mesh:${room}`;
export const isMeshAddress = (address: string): boolean => address.startsWith('mesh:');

/**
 * y-webrtc's own sealed signals, carried by the members who are connected: they introduce a newcomer to all others, and
 * mend a missing connection while no rendezvous can be reached. Each passes on to those who lack it, as with documents.
 */
export class MeshSignals {
  readonly #room: string;
  readonly #stop: () => void;
  readonly #seen = new Seen(REMEMBERED);
  readonly #allowances = new WeakMap<Talk, Allowance>();
  #mesh: Talks | null = null;
  #road: MeshCarrier | null = null;

  constructor(room: string) {
    this.#room = room;
    this.#stop = carry(meshAddress(room), () => this.#open());
  }

  /** From now on signals go over these connections. */
  use(mesh: Talks): void {
    this.#mesh = mesh;
  }

  /** Takes a signal from a channel. What is too much or was here before ends here. */
  take(from: Talk, content: Uint8Array): void {
    const allowance = this.#allowances.get(from) ?? new Allowance(AT_ONCE, PER_SECOND);
    this.#allowances.set(from, allowance);
    if (!allowance.take()) return;
    const data = toBase64(content);
    if (!this.#seen.isNew(data)) return;
    this.#spread(content, from);
    this.#road?.deliver(this.#room, data);
  }

  close(): void {
    this.#stop();
    this.#mesh = null;
    this.#road = null;
  }

  #open(): Carrier {
    const road = new MeshCarrier((topic, data) => {
      if (topic !== this.#room || !this.#seen.isNew(data)) return;
      const content = fromBase64(data);
      if (content.length <= FRAME_CONTENT) this.#spread(content, null);
    });
    this.#road = road;
    return road;
  }

  #spread(content: Uint8Array, from: Talk | null): void {
    const signal = frame(kinds.signalling, content);
    for (const talk of this.#mesh?.lacking(from) ?? []) talk.sendFirst(signal);
  }
}

/** Always open: with nobody connected, what it is given is lost, as on a rendezvous where nobody listens. */
class MeshCarrier extends Carrier {
  readonly #say: (topic: string, data: string) => void;

  constructor(say: (topic: string, data: string) => void) {
    super();
    this.#say = say;
    queueMicrotask(() => this.opened());
  }

  deliver(topic: string, data: string): void {
    this.hear(topic, data);
  }

  protected take(said: Said): void {
    if (said.type === 'publish') this.#say(said.topic, said.data);
    if (said.type === 'ping') this.pong();
  }
}

import { fromBase64, toBase64 } from 'lib0/buffer';
import { vi } from 'vitest';
import { framesOf, type Frame } from '../../src/sync/frames.ts';
import type { PeerId } from '../../src/sync/link.ts';
import { Relay, type Carrier } from '../../src/sync/relay/relay.ts';
import type { RelayChannel } from '../../src/sync/relay/relay-channel.ts';
import { LONGEST, type Seal } from '../../src/sync/relay/seal.ts';

/** Hides nothing, and needs no time that a test's clock does not know of. */
export const glass: Seal = {
  topic: 'hall',
  close: (content) => Promise.resolve(toBase64(content)),
  open: (sealed) =>
    Promise.resolve(sealed.startsWith('!') || sealed.length > LONGEST ? null : fromBase64(sealed)),
};

export interface Said {
  readonly by: PeerId;
  readonly at: number;
  readonly data: string;
}

/** A rendezvous in memory. What is said arrives 20 ms later, at all who listen. */
export class RelayHall {
  readonly said: Said[] = [];
  readonly #listeners = new Set<(data: string) => void>();
  /** What becomes of a message: as often as it is in the answer, after so many ms more. */
  fate: (said: Said) => readonly number[] = () => [0];
  /** Whether it can be reached. */
  isOpen = true;

  carrierOf(by: PeerId): Carrier {
    return {
      state: () => (this.isOpen ? 'reached' : 'unreachable'),
      publish: (_topic, data) => {
        if (!this.isOpen) return false;
        const said = { by, at: performance.now(), data };
        this.said.push(said);
        for (const later of this.fate(said)) setTimeout(() => this.tell(data), 20 + later);
        return true;
      },
      subscribe: (_topic, heard) => {
        this.#listeners.add(heard);
        return () => this.#listeners.delete(heard);
      },
    };
  }

  tell(data: string): void {
    for (const listener of [...this.#listeners]) listener(data);
  }

  by(page: PeerId): Said[] {
    return this.said.filter(({ by }) => by === page);
  }
}

/** A page that keeps what comes, and answers whoever asks. */
export class RelayPage {
  readonly relay: Relay;
  readonly frames = new Map<PeerId, Uint8Array[]>();
  readonly closed: PeerId[] = [];
  #looking: ReturnType<typeof setInterval>;

  constructor(
    readonly self: PeerId,
    hall: RelayHall,
    carriers: readonly Carrier[] = [hall.carrierOf(self)],
  ) {
    this.relay = new Relay({
      self,
      carriers,
      seal: glass,
      converse: (channel) => this.#keep(channel),
      asked: (by) => void this.relay.open(by),
    });
    this.#looking = setInterval(() => this.relay.look(), 500);
  }

  say(to: PeerId, message: Uint8Array): void {
    const channel = this.relay.open(to);
    for (const frame of framesOf(message)) channel.send(frame);
  }

  heardFrom(page: PeerId): Uint8Array {
    const frames = this.frames.get(page) ?? [];
    return new Uint8Array(frames.flatMap((frame) => [...frame.subarray(1)]));
  }

  async end(): Promise<void> {
    clearInterval(this.#looking);
    await this.relay.close();
  }

  #keep(channel: RelayChannel): void {
    const frames = this.frames.get(channel.peer) ?? [];
    this.frames.set(channel.peer, frames);
    channel.addEventListener('message', (event) => {
      if (event instanceof MessageEvent) frames.push(new Uint8Array(event.data));
    });
    channel.addEventListener('close', () => this.closed.push(channel.peer));
  }
}

export function bytesOf(length: number, seed = 1): Frame {
  const bytes = new Uint8Array(length);
  let state = seed;
  for (let at = 0; at < length; at++) {
    state = (state * 48_271) % 2_147_483_647;
    bytes[at] = state & 255;
  }
  return bytes;
}

export const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

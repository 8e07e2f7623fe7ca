import type { Channel } from '../channel.ts';
import type { PeerId } from '../link.ts';
import type { Frame } from '../frames.ts';
import type { Piece, Word } from './packet.ts';
import { Incoming, Outgoing } from './pieces.ts';

/** Messages that are kept to be said again, and that may wait for one before them. */
const KEPT = 32;
/** More than what is said within the second in which the end of a service is noticed. */
const NEWEST = 6;
/** How long a message may be late, as services deliver in their own order; then it is asked for, ms. */
const LATE = 400;
const ASK_EVERY = 1500;
const GIVE_UP = 8000;

/**
 * A channel whose frames travel in messages through the rendezvous, in order and without loss as on WebRTC's own. Where
 * that fails it closes, and the next one begins with a comparison of documents.
 */
export class RelayChannel extends EventTarget implements Channel {
  readonly peer: PeerId;
  /** Ours and theirs, each numbered by the page that sends it. A later channel has higher numbers. */
  readonly stream: number;
  theirs: number | null = null;
  /** What to say when the page goes away, sealed. */
  farewell: string | null = null;
  readyState: RTCDataChannelState = 'connecting';
  bufferedAmountLowThreshold = 0;
  binaryType: BinaryType = 'arraybuffer';
  readonly #wake: () => void;
  readonly #outgoing = new Outgoing();
  readonly #sent = new Map<number, readonly Piece[]>();
  readonly #again = new Set<number>();
  #next = 0;
  readonly #incoming = new Incoming();
  readonly #early = new Map<number, readonly Piece[]>();
  #expected = 0;
  #lateSince: number | null = null;
  #askedAgain = -Infinity;
  #asks = false;

  /** @param wake is called when there is something to send */
  constructor(peer: PeerId, stream: number, wake: () => void) {
    super();
    this.peer = peer;
    this.stream = stream;
    this.#wake = wake;
    this.addEventListener('close', () => (this.readyState = 'closed'));
  }

  get bufferedAmount(): number {
    return this.#outgoing.size;
  }

  open(): void {
    this.readyState = 'open';
    this.dispatchEvent(new Event('open'));
  }

  send(frame: Frame): void {
    if (this.readyState !== 'open') return;
    this.#outgoing.add(frame);
    this.#wake();
  }

  close(): void {
    if (this.readyState !== 'closed') this.dispatchEvent(new Event('close'));
  }

  /** The next message, if there is one, with no more than `room` bytes of frames. */
  next(room: number): Word | null {
    if (this.#asks && this.theirs !== null) {
      this.#asks = false;
      return { kind: 'again', stream: this.theirs, missing: this.#missing() };
    }
    const { stream } = this;
    for (const index of this.#again) {
      this.#again.delete(index);
      const pieces = this.#sent.get(index);
      if (pieces !== undefined) return { kind: 'data', stream, index, pieces };
    }
    const before = this.#outgoing.size;
    const pieces = this.#outgoing.take(room);
    if (pieces.length === 0) return null;
    const index = this.#next++;
    this.#sent.set(index, pieces);
    this.#sent.delete(index - KEPT);
    const low = this.bufferedAmountLowThreshold;
    if (before > low && this.#outgoing.size <= low) {
      this.dispatchEvent(new Event('bufferedamountlow'));
    }
    return { kind: 'data', stream, index, pieces };
  }

  /** Takes a message of theirs; those before it may still be on their way. */
  take(index: number, pieces: readonly Piece[]): void {
    if (index < this.#expected) return;
    this.#early.set(index, pieces);
    if (this.#early.size > KEPT) return this.close();
    for (let next = this.#early.get(this.#expected); next !== undefined;) {
      this.#early.delete(this.#expected);
      this.#expected += 1;
      this.#lateSince = null;
      if (!this.#deliver(next)) return this.close();
      next = this.#early.get(this.#expected);
    }
    if (this.#early.size > 0) this.#lateSince ??= performance.now();
  }

  /** Says messages again that have not come to the other side. */
  repeat(missing: readonly number[]): void {
    for (const index of missing) if (this.#sent.has(index)) this.#again.add(index);
    if (this.#again.size > 0) this.#wake();
  }

  /** Says the newest messages again, which may be lost with the service that had them. */
  repeatNewest(): void {
    this.repeat([...this.#sent.keys()].slice(-NEWEST));
  }

  /** To be called about every 500 ms: asks for what is late, and gives up in the end. */
  look(): void {
    if (this.#lateSince === null || this.readyState !== 'open') return;
    const now = performance.now();
    if (now - this.#lateSince > GIVE_UP) return this.close();
    if (now - this.#lateSince < LATE || now - this.#askedAgain < ASK_EVERY) return;
    this.#askedAgain = now;
    this.#asks = true;
    this.#wake();
  }

  #missing(): number[] {
    const newest = Math.max(...this.#early.keys());
    const missing: number[] = [];
    for (let index = this.#expected; index < newest && missing.length < KEPT; index++) {
      if (!this.#early.has(index)) missing.push(index);
    }
    return missing;
  }

  /** Says whether the frames were of a size that we send. */
  #deliver(pieces: readonly Piece[]): boolean {
    try {
      for (const piece of pieces) {
        const frame = this.#incoming.add(piece);
        if (frame === null || this.readyState !== 'open') continue;
        this.dispatchEvent(new MessageEvent('message', { data: frame.buffer }));
      }
      return true;
    } catch (error) {
      if (error instanceof RangeError) return false;
      throw error;
    }
  }
}

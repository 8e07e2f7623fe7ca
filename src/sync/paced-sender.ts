import type { Channel } from './channel.ts';
import type { Frame } from './frames.ts';

/** Bytes that a channel may hold before we wait, and at which we go on. */
export interface Queue {
  readonly high: number;
  readonly low: number;
}

const QUEUE: Queue = { high: 1024 * 1024, low: 256 * 1024 };
/** Bytes waiting here beyond which the other side cannot be keeping up. */
const MOST = 64 * 1024 * 1024;

/**
 * Sends frames no faster than the channel takes them. Beyond its buffer a browser would throw, and
 * the change in that frame would be lost without a word.
 */
export class PacedSender {
  readonly #channel: Channel;
  readonly #queue: Queue;
  readonly #send: (frame: Frame) => void;
  #waiting: Frame[] = [];
  #size = 0;

  constructor(channel: Channel, queue = QUEUE) {
    this.#channel = channel;
    this.#queue = queue;
    this.#send = channel.send.bind(channel);
    channel.addEventListener('bufferedamountlow', this.#drain);
    // simple-peer sets a threshold of its own after it has got the channel.
    channel.addEventListener('open', () => {
      channel.bufferedAmountLowThreshold = queue.low;
      this.#drain();
    });
  }

  send(frames: readonly Frame[]): void {
    if (this.#size > MOST) return this.#giveUp();
    for (const frame of frames) {
      this.#waiting.push(frame);
      this.#size += frame.length;
    }
    this.#drain();
  }

  /** Sends one frame before all that wait: a sign of life must not queue behind a long document. */
  sendFirst(frame: Frame): void {
    if (this.#channel.readyState === 'open') this.#try(frame);
  }

  #drain = (): void => {
    let sent = 0;
    while (sent < this.#waiting.length && this.#mayGoOn()) {
      const frame = this.#waiting[sent];
      if (frame === undefined || !this.#try(frame)) break;
      this.#size -= frame.length;
      sent += 1;
    }
    this.#waiting.splice(0, sent);
  };

  #mayGoOn(): boolean {
    return this.#channel.readyState === 'open' && this.#channel.bufferedAmount < this.#queue.high;
  }

  #try(frame: Frame): boolean {
    try {
      this.#send(frame);
      return true;
    } catch (error) {
      console.warn('A channel refused to send:', error instanceof Error ? error.name : 'unknown');
      this.#giveUp();
      return false;
    }
  }

  /** A new channel and a fresh comparison of documents cost less than a lost change. */
  #giveUp(): void {
    this.#waiting = [];
    this.#size = 0;
    this.#channel.close();
  }
}

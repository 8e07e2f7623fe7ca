import { frame, type Frame } from './frames.ts';
import { kinds } from './protocol.ts';

/** How often we ask for a sign of life, and how long a page may be silent, ms. */
export interface Pulse {
  readonly pingEvery: number;
  readonly silence: number;
}

/** With a look every 500 ms, a silent page counts as gone within 7 s. */
const PULSE: Pulse = { pingEvery: 2000, silence: 6500 };
const LOOK_EVERY = 500;
/** How long a page has to show that it is there after we slept or were too busy to hear it. */
const GRACE = 3000;

export interface CircleTimeNow {
  readonly now: number;
  readonly heldFor: number;
}

/** What one answer to a ping tells of the other's clock, ms. */
export interface Comparison {
  readonly difference: number;
  readonly heldFor: number;
  readonly roundTrip: number;
}

/**
 * Hears whether the page at the other end of a channel is alive, and compares its clock with ours:
 * a crashed browser closes nothing, and WebRTC itself notices only after half a minute.
 */
export class Heartbeat {
  readonly #send: (frame: Frame) => void;
  readonly #clock: () => CircleTimeNow;
  readonly #pulse: Pulse;
  #heard = performance.now();
  #looked = performance.now();
  #pinged = 0;

  constructor(send: (frame: Frame) => void, clock: () => CircleTimeNow, pulse = PULSE) {
    this.#send = send;
    this.#clock = clock;
    this.#pulse = pulse;
  }

  heard(): void {
    this.#heard = performance.now();
  }

  ping(): void {
    this.#pinged = performance.now();
    this.#send(numbers(kinds.ping, this.#pinged));
  }

  /** To be called about every 500 ms. Says whether the other side has been silent for too long. */
  isDead(): boolean {
    const now = performance.now();
    if (now - this.#looked > 4 * LOOK_EVERY) this.#forgiveUntil(now + GRACE);
    this.#looked = now;
    if (now - this.#heard > this.#pulse.silence) return true;
    if (now - this.#pinged >= this.#pulse.pingEvery) this.ping();
    return false;
  }

  /** After sleep: asks at once, and waits for a short time only. */
  probe(): void {
    const now = performance.now();
    if (now - this.#heard > 2 * this.#pulse.pingEvery) this.#forgiveUntil(now + GRACE);
    this.ping();
  }

  answerPing(content: Uint8Array): void {
    const [asked] = readNumbers(content, 1);
    if (asked === undefined) return;
    const { now, heldFor } = this.#clock();
    this.#send(numbers(kinds.pong, asked, now, heldFor));
  }

  readPong(content: Uint8Array): Comparison | null {
    const [asked, theirs, heldFor] = readNumbers(content, 3);
    if (asked === undefined || theirs === undefined || heldFor === undefined) return null;
    const now = performance.now();
    const roundTrip = now - asked;
    if (roundTrip < 0 || !isPlausible(theirs, heldFor)) return null;
    return { difference: theirs + roundTrip / 2 - now, heldFor, roundTrip };
  }

  #forgiveUntil(time: number): void {
    this.#heard = Math.max(this.#heard, time - this.#pulse.silence);
  }
}

const YEAR = 365.25 * 24 * 3_600_000;

/** A clock may be wrong by decades, but not so far that nothing could be done with its time. Both in ms. */
const isPlausible = (time: number, heldFor: number): boolean =>
  time > 0 && time < 300 * YEAR && heldFor >= 0 && heldFor < 10 * YEAR;

function numbers(kind: number, ...values: number[]): Frame {
  return frame(kind, new Uint8Array(Float64Array.from(values).buffer));
}

/** The numbers in a frame; none when there are not as many, or one is not a finite number. */
function readNumbers(content: Uint8Array, count: number): number[] {
  if (content.length !== count * Float64Array.BYTES_PER_ELEMENT) return [];
  const values = [...new Float64Array(content.slice().buffer)];
  return values.every(Number.isFinite) ? values : [];
}

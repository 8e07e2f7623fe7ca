import type { ClockSample } from '../sync/link.ts';

/** The two clocks of a device, in ms. */
export interface DeviceClocks {
  /** Never jumps, but may stand still while the device sleeps. */
  readonly monotonic: () => number;
  /** The wall clock: may be wrong by years, and may be changed. */
  readonly wall: () => number;
}

const deviceClocks: DeviceClocks = {
  monotonic: () => performance.now(),
  wall: () => Date.now(),
};

/** Differences below this are one time, ms. */
const SAME = 250;
/** Pages whose times are held about equally long are settled by their ids. */
const ABOUT = 1000;
/** How far two pages can differ in how long they have seen each other hold their times, ms. */
const UNSURE = 300;
/** How long a page's word about its time counts, ms. */
const FRESH = 10_000;
/** A page in a session holds its time against one that merely stood open for longer, ms. */
const IN_SESSION = 365 * 24 * 3_600_000;

/**
 * The time that all screens of a circle agree on, with no time server. A page begins with its own clock, corrected by
 * what it kept from last time; it then follows those who have held their time for longer, so that a newcomer with a
 * wrong clock moves nobody.
 */
export class CircleClock {
  readonly #clocks: DeviceClocks;
  readonly #samples = new Map<string, ClockSample & { readonly takenAt: number }>();
  #toCircle: number;
  #heldSince: number;
  #wallAhead: number;
  /** A page that we follow only if it does not follow us meanwhile. */
  #waitsFor: string | null = null;
  inSession = false;

  /** @param keptOffset circle time minus the wall clock when this device was last in the circle, ms */
  constructor(keptOffset = 0, clocks: DeviceClocks = deviceClocks) {
    this.#clocks = clocks;
    this.#wallAhead = clocks.wall() - clocks.monotonic();
    this.#toCircle = this.#wallAhead + keptOffset;
    this.#heldSince = clocks.monotonic();
  }

  now(): number {
    return this.#clocks.monotonic() + this.#toCircle;
  }

  /** Circle time minus the wall clock, to be kept for the next time, ms. */
  get offset(): number {
    return this.now() - this.#clocks.wall();
  }

  /** How firmly this page holds its time, ms. */
  get heldFor(): number {
    return this.#clocks.monotonic() - this.#heldSince + (this.inSession ? IN_SESSION : 0);
  }

  /** What this page tells the others about its time. */
  told(): { now: number; heldFor: number } {
    this.checkAfterSleep();
    return { now: this.now(), heldFor: this.heldFor };
  }

  /** Hears what time it is at another page. Returns true when ours has changed by it. */
  hear(sample: ClockSample, isLower: boolean): boolean {
    this.checkAfterSleep();
    const now = this.#clocks.monotonic();
    this.#samples.set(sample.peer, { ...sample, takenAt: now });
    const heldFor = sample.heldFor + sample.roundTrip / 2;
    const ahead = heldFor - this.heldFor;
    const isSame = Math.abs(sample.difference - this.#toCircle) < SAME;
    if (isSame || !this.#follows(ahead, isLower)) {
      if (this.#waitsFor === sample.peer) this.#waitsFor = null;
      return false;
    }
    if (ahead < -ABOUT && this.#waitsFor !== sample.peer) {
      this.#waitsFor = sample.peer;
      return false;
    }

    this.#waitsFor = null;
    this.#toCircle = this.#agreedWith(sample.difference, now);
    this.#heldSince = now - (heldFor % IN_SESSION);
    return true;
  }

  // Seen from both sides there is no gap between these two: pages in it would disagree for ever. Where they overlap,
  // the older page follows only what it hears twice: both would take each other's time, and a session that one of them
  // begins before they settle again would be off by all that lay between them.
  #follows(ahead: number, isLower: boolean): boolean {
    return ahead > (isLower ? -ABOUT - UNSURE : ABOUT);
  }

  /** The median of all who say about the same, so that one slow line moves the time only a little. */
  #agreedWith(difference: number, now: number): number {
    const heard = [...this.#samples.values()].filter(
      (sample) => Math.abs(sample.difference - difference) < ABOUT && now - sample.takenAt < FRESH,
    );
    return median(heard.map((sample) => sample.difference));
  }

  forget(peer: string): void {
    this.#samples.delete(peer);
  }

  /**
   * Looks whether the device has slept: then its monotonic clock stood still while the wall clock went on. The wall
   * clock is believed for that span, until another page is heard.
   */
  checkAfterSleep(): boolean {
    const wallAhead = this.#clocks.wall() - this.#clocks.monotonic();
    const slept = wallAhead - this.#wallAhead;
    this.#wallAhead = wallAhead;
    if (Math.abs(slept) < 1000) return false;
    if (slept > 0) this.#toCircle += slept;
    this.#heldSince = this.#clocks.monotonic();
    return true;
  }
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

import type { CircleTime, DeviceId, MemberId } from '../domain/ids.ts';

/** Who writes here, when, and under which fresh ids: passed in, so that a test decides. */
export class Writer {
  /** My member id; a fresh one until I take a seat. */
  me: MemberId = $state('');
  device: DeviceId;
  readonly now: () => CircleTime;
  readonly newId: () => string;

  constructor(
    me: MemberId,
    device: DeviceId,
    now: () => CircleTime,
    newId: () => string = freshId,
  ) {
    this.me = me;
    this.device = device;
    this.now = now;
    this.newId = newId;
  }
}

const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789';

/** 16 letters and digits without look-alikes: 80 bits. `crypto.getRandomValues` works on plain http too. */
export function freshId(length = 16): string {
  const bytes = crypto.getRandomValues(new Uint8Array(length));
  return Array.from(bytes, (byte) => ALPHABET[byte % ALPHABET.length]).join('');
}

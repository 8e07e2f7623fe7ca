/** How we stand when there are pages that we cannot reach. */
export interface Standing {
  /** Our place among the pages that reach each other without a relay, by their ids. */
  readonly rank: number;
  /** We have no channel of WebRTC to anybody. */
  readonly isCutOff: boolean;
  /** And need not wait for a handshake to find that out: there is no WebRTC here, or a relay was needed just before. */
  readonly isSure: boolean;
}

/** After this, ms, a handshake has found out that there is no way. Nobody found after 8 s is told to the person. */
const NO_WAY = 6000;
/** After this, ms, we listen to whether somebody asks. */
export const LISTEN_AFTER = 3500;
/** Who has nothing to say to anybody stops listening after this, ms. */
export const LINGER = 30_000;

/**
 * How long after a page was first missed we ask for the n-th time, ms. Who is cut off asks first; those who have
 * channels wait to be asked, and ask only when nobody did: then two groups that see each other have no way between them.
 */
export function askAfter({ rank, isCutOff, isSure }: Standing, asked: number): number {
  const first = (isCutOff ? (isSure ? 500 : NO_WAY) : 2 * NO_WAY) + rank * 4000;
  const waits = [0, 3000, 7000, 15_000, 30_000];
  const more = Math.max(0, asked - waits.length + 1) * 60_000;
  return first + (waits[Math.min(asked, waits.length - 1)] ?? 0) + more;
}

/** How long we let others answer who can do so better, ms: one who has channels, with the lowest id. */
export function answerAfter({ rank, isCutOff }: Standing): number {
  return (isCutOff ? 1000 : 0) + rank * 1500;
}

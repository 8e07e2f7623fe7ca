/** What two pages must share to understand each other's messages. Raised only when an older page could not. */
export const PROTOCOL = 1;

/**
 * The first byte of every frame on a channel. A kind that is not known is skipped, so that later
 * pages may say more to each other without a new protocol.
 */
export const kinds = {
  /** A whole message. */
  whole: 0,
  /** A part of a message, with more to come. */
  part: 1,
  /** The last part of a message. */
  last: 2,
  /** Protocol version and page id; first on every channel, and the same in all versions. */
  hello: 3,
  ping: 4,
  pong: 5,
  /** A signal of y-webrtc, which connected members carry for one who is not connected to all. */
  signalling: 6,
  /** Words for the page at the other end alone: never forwarded, and no part of the document. */
  whisper: 7,
  /** What a page says of itself, to a page of another version, which understands nothing else; the same in all versions. */
  introduction: 8,
} as const;

import type { Frame } from './frames.ts';

/** What a conversation needs to be spoken on: WebRTC's data channel, or one that is carried by messages. */
export interface Channel extends EventTarget {
  readonly readyState: RTCDataChannelState;
  /** Bytes that wait in it. */
  readonly bufferedAmount: number;
  bufferedAmountLowThreshold: number;
  binaryType: BinaryType;
  send(frame: Frame): void;
  close(): void;
}

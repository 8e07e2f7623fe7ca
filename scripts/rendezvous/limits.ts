/** What one connection, one address and all together may take. */
export interface Limits {
  /** Connections at one time, in all and from one address (an office is often one address). */
  readonly connections: number;
  readonly connectionsPerAddress: number;
  readonly topicsPerConnection: number;
  /** Characters. */
  readonly topicLength: number;
  readonly subscribersPerTopic: number;
  /** Bytes. */
  readonly messageSize: number;
  /** Messages that may come at once, and those that are granted again each second. */
  readonly messagesAtOnce: number;
  readonly messagesPerSecond: number;
  /** Refusals after which a connection is closed. */
  readonly refusals: number;
  /** Bytes waiting for a receiver that does not read; beyond it is cut off. */
  readonly unread: number;
  /** Milliseconds between two pings; who has not answered by the next one is cut off. */
  readonly pingEvery: number;
}

/** Ample for circles of six: a newcomer sends some sixty messages, a member in peace four a minute. */
export const usualLimits: Limits = {
  connections: 2000,
  connectionsPerAddress: 200,
  topicsPerConnection: 32,
  topicLength: 256,
  subscribersPerTopic: 64,
  messageSize: 64 * 1024,
  messagesAtOnce: 400,
  messagesPerSecond: 50,
  refusals: 200,
  unread: 1024 * 1024,
  pingEvery: 30_000,
};

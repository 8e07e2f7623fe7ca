import type { PeerId } from './link.ts';

/** As much of y-webrtc's connection as deciding on an offer needs. */
export interface Beginning {
  /** Set once something of ours was sent, until the other side has answered it. */
  readonly glareToken: number | undefined;
  /** simple-peer, whose `initiator` says whether we are the one who offers. */
  readonly peer: unknown;
  destroy(): void;
}

/**
 * Whether an offer of `from` is to be taken while a connection to it is here already. Of two offers that cross, that of
 * the lower id goes on: browsers can answer one on the connection that has made the other, but then some never find a
 * way. So ours ends, and theirs is answered on a fresh one. Who offers to us over a connection of old has given that up.
 */
export function takesOffer(self: PeerId, from: PeerId, ours: Beginning): boolean {
  if (hasOffered(ours) && self < from) return false;
  ours.destroy();
  return true;
}

const hasOffered = ({ glareToken, peer }: Beginning): boolean =>
  glareToken !== undefined &&
  typeof peer === 'object' &&
  peer !== null &&
  'initiator' in peer &&
  peer.initiator === true;

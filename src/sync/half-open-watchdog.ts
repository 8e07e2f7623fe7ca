/** A page answers an offer at once; an answered one may need time to find a way through networks. */
const UNANSWERED = 5000;
const UNOPENED = 10_000;

/** Ends a handshake that takes too long. Returns its own undo, to be called when the channel is in use. */
export type WatchHandshake = (connection: RTCPeerConnection, end: () => void) => () => void;

/**
 * Ends a handshake that does not finish, so that a new one may begin: y-webrtc would keep it for ever.
 */
export const watchHandshake: WatchHandshake = (connection, end) => {
  const unanswered = setTimeout(() => {
    if (connection.signalingState !== 'stable' || connection.iceConnectionState === 'new') end();
  }, UNANSWERED);
  const unopened = setTimeout(end, UNOPENED);
  return () => {
    clearTimeout(unanswered);
    clearTimeout(unopened);
  };
};

/** The same for a channel that belongs to no connection of WebRTC. */
export function watchOpening(end: () => void): () => void {
  const unopened = setTimeout(end, UNOPENED);
  return () => clearTimeout(unopened);
}

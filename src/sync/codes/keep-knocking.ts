import { candidateLine, type Candidate } from './description.ts';

const LOOK_EVERY = 2000;
const knocksByItself = ['checking', 'connected', 'completed'];
const states = ['iceConnectionState', 'connectionState'] as const;

/**
 * While a person carries the answer away, nobody lets our browser in, and after 15 s it gives up.
 * This keeps that from simple-peer, which would close the connection, and knocks again until it is
 * undone: through two firewalls, both sides must knock at one time. Returns its own undo.
 */
export function keepKnocking(
  connection: RTCPeerConnection,
  candidates: readonly Candidate[],
): () => void {
  let last = candidates.length;
  const look = setInterval(() => {
    if (connection.remoteDescription === null) return;
    if (knocksByItself.includes(String(read(connection, 'iceConnectionState')))) return;
    for (const candidate of candidates) {
      connection
        .addIceCandidate({ candidate: candidateLine(candidate, (last += 1)), sdpMid: '0' })
        .catch((error: unknown) => console.info('a candidate was refused', error));
    }
  }, LOOK_EVERY);
  for (const state of states) {
    const get = (): unknown => {
      const now = read(connection, state);
      return now === 'failed' ? 'disconnected' : now;
    };
    Object.defineProperty(connection, state, { get, configurable: true });
  }
  return () => {
    clearInterval(look);
    for (const state of states) Reflect.deleteProperty(connection, state);
  };
}

/** What the browser says, whatever we have put before it. */
function read(connection: RTCPeerConnection, state: (typeof states)[number]): unknown {
  return Reflect.get(RTCPeerConnection.prototype, state, connection);
}

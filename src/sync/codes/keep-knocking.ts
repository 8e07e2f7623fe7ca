import { candidateLine, type Candidate } from './description.ts';

const AGAIN = 1500;
const states = ['iceConnectionState', 'connectionState'] as const;

/**
 * While a person carries the answer away, nobody lets our browser in, and after some 15 s it gives
 * up. This keeps that from simple-peer, which would close the connection, and knocks again until it
 * is undone: through two firewalls, both sides must knock at one time. Returns its own undo.
 */
export function keepKnocking(
  connection: RTCPeerConnection,
  candidates: readonly Candidate[],
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const knock = (): void => {
    for (const [at, candidate] of candidates.entries()) {
      connection
        .addIceCandidate({ candidate: candidateLine(candidate, at), sdpMid: '0' })
        .catch((error: unknown) => console.info('a candidate was refused', error));
    }
  };
  const whenItGaveUp = (): void => {
    clearTimeout(timer);
    if (read(connection, 'iceConnectionState') === 'failed') timer = setTimeout(knock, AGAIN);
  };
  connection.addEventListener('iceconnectionstatechange', whenItGaveUp);
  for (const state of states) {
    const get = (): unknown => {
      const now = read(connection, state);
      return now === 'failed' ? 'disconnected' : now;
    };
    Object.defineProperty(connection, state, { get, configurable: true });
  }
  return () => {
    clearTimeout(timer);
    connection.removeEventListener('iceconnectionstatechange', whenItGaveUp);
    for (const state of states) Reflect.deleteProperty(connection, state);
  };
}

/** What the browser says, whatever we have put before it. */
function read(connection: RTCPeerConnection, state: (typeof states)[number]): unknown {
  const own = Object.getOwnPropertyDescriptor(RTCPeerConnection.prototype, state);
  return own?.get?.call(connection);
}

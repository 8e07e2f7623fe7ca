import type { Room, SignalingConn } from 'y-webrtc';
import { parseSignal, unseal } from './signal.ts';

const rooms = new Map<string, Room>();
const guarded = new WeakSet<SignalingConn | WebSocket>();

/** Lets signals for this room through from now on. Returns its own undo. */
export function admitSignals(room: Room): () => void {
  rooms.set(room.name, room);
  return () => rooms.delete(room.name);
}

/**
 * Keeps from y-webrtc every message of a rendezvous on which it would throw where nobody can catch:
 * no JSON, not sealed with the room's key, an answer to nothing, a word for a room that was closed.
 */
export function guardSignalling(connection: SignalingConn): void {
  if (guarded.has(connection)) return;
  guarded.add(connection);

  const emit = connection.emit.bind(connection);
  let inOrder = Promise.resolve();
  connection.emit = (name, values) => {
    if (name !== 'message') return emit(name, values);
    inOrder = inOrder.then(async () => {
      if (await isGood(values[0])) emit(name, values);
    });
  };
  connection.on('connect', () => {
    if (connection.ws !== null) ignoreBrokenJson(connection.ws);
  });
}

function ignoreBrokenJson(socket: WebSocket): void {
  if (guarded.has(socket)) return;
  guarded.add(socket);
  const read = socket.onmessage;
  socket.onmessage = (event) => {
    try {
      read?.call(socket, event);
    } catch (error) {
      console.warn('A rendezvous sent no JSON:', error instanceof Error ? error.name : 'unknown');
    }
  };
}

async function isGood(message: unknown): Promise<boolean> {
  if (typeof message !== 'object' || message === null) return false;
  if (!('topic' in message) || typeof message.topic !== 'string') return false;
  if (!('data' in message) || typeof message.data !== 'string') return false;
  const room = rooms.get(message.topic);
  if (room === undefined || !room.bcconnected) return false;
  try {
    const signal = parseSignal(await unseal(message.data, room.key));
    if (signal === null || (signal.to !== null && signal.to !== room.peerId)) return false;
    const connection = room.webrtcConns.get(signal.from);
    if (connection === undefined) return signal.kind !== 'answer';
    return !connection.closed;
  } catch (error) {
    console.warn('A signal was unreadable:', error instanceof Error ? error.name : 'unknown');
    return false;
  }
}

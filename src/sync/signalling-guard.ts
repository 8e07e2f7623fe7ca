import type { Room, SignalingConn } from 'y-webrtc';
import { Listeners } from './listeners.ts';
import { isMeshAddress } from './mesh-signals.ts';
import { parseSignal, unseal, type Signal } from './signal.ts';

/** How a signal has come. */
export interface Coming {
  /** y-webrtc knows nothing of that page yet, and answers on the road that this came by. */
  readonly begins: boolean;
  /** Members have carried it, rather than a rendezvous. */
  readonly throughMembers: boolean;
}

/** Decides on a signal that is in order. */
type Admit = (signal: Signal, coming: Coming) => boolean;

const rooms = new Map<string, { readonly room: Room; readonly admit: Admit }>();
const guarded = new WeakSet<WebSocket>();
/** Those who hear all that a connection says, besides y-webrtc. */
const overhearing = new WeakMap<SignalingConn, Listeners<Published>>();

interface Published {
  readonly topic: string;
  readonly data: string;
}

/** Lets signals for this room through from now on. Returns its own undo. */
export function admitSignals(room: Room, admit: Admit): () => void {
  rooms.set(room.name, { room, admit });
  return () => rooms.delete(room.name);
}

/**
 * Keeps from y-webrtc every message of a rendezvous on which it would throw where nobody can catch:
 * no JSON, not sealed with the room's key, an answer to nothing, a word for a room that was closed.
 * And keeps its own from a socket that would throw.
 */
export function guardSignalling(
  connection: SignalingConn,
  overhear: (published: Published) => void = () => undefined,
): void {
  const known = overhearing.get(connection);
  if (known !== undefined) return void known.add(overhear);
  const listeners = new Listeners<Published>();
  listeners.add(overhear);
  overhearing.set(connection, listeners);

  const emit = connection.emit.bind(connection);
  let inOrder = Promise.resolve();
  connection.emit = (name, values) => {
    if (name !== 'message') return emit(name, values);
    const published = readPublished(values[0]);
    if (published === null) return;
    listeners.tell(published);
    inOrder = inOrder.then(async () => {
      if (await isGood(published, isMeshAddress(connection.url))) emit(name, values);
    });
  };
  const send = connection.send.bind(connection);
  // A socket that is still opening throws; who is not found this way is looked for again.
  connection.send = (message) => {
    if (connection.ws?.readyState === WebSocket.OPEN) send(message);
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

function readPublished(message: unknown): Published | null {
  if (typeof message !== 'object' || message === null) return null;
  if (!('topic' in message) || typeof message.topic !== 'string') return null;
  if (!('data' in message) || typeof message.data !== 'string') return null;
  return { topic: message.topic, data: message.data };
}

async function isGood({ topic, data }: Published, throughMembers: boolean): Promise<boolean> {
  const admitted = rooms.get(topic);
  if (admitted === undefined || !admitted.room.bcconnected) return false;
  const { room, admit } = admitted;
  try {
    const signal = parseSignal(await unseal(data, room.key));
    if (signal === null || (signal.to !== null && signal.to !== room.peerId)) return false;
    if (signal.from === room.peerId) return false;
    const connection = room.webrtcConns.get(signal.from);
    const isExpected = connection === undefined ? signal.kind !== 'answer' : !connection.closed;
    return isExpected && admit(signal, { begins: connection === undefined, throughMembers });
  } catch (error) {
    console.warn('A signal was unreadable:', error instanceof Error ? error.name : 'unknown');
    return false;
  }
}

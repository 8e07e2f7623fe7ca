import type { Room, SignalingConn } from 'y-webrtc';
import { fieldsOf } from './fields-of.ts';

/**
 * A page that has left a room says nothing there any more. y-webrtc announces itself anew whenever a connection closes,
 * also those that it closes when it leaves; the others would begin handshakes with a page that is about to go, and not
 * with the one that comes back. Returns its own undo.
 */
export function silentOutside(room: Room, connections: readonly SignalingConn[]): () => void {
  const undo = connections.map((connection) => {
    const { send } = connection;
    const sendInside = (message: unknown): void => {
      if (room.bcconnected || !isPresence(message, room.name)) send.call(connection, message);
    };
    connection.send = sendInside;
    return () => {
      if (connection.send === sendInside) connection.send = send;
    };
  });
  return () => undo.forEach((each) => each());
}

function isPresence(message: unknown, room: string): boolean {
  const { type, topic, topics } = fieldsOf(message);
  if (type === 'publish') return topic === room;
  return type === 'subscribe' && Array.isArray(topics) && topics.includes(room);
}

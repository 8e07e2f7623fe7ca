import { expect, test } from 'vitest';
import type { Room, SignalingConn } from 'y-webrtc';
import { silentOutside } from '../../src/sync/silent-outside.ts';

test('a page that has left a room announces itself there no more, and says goodbye and other words all the same', () => {
  const sent: unknown[] = [];
  const connection = { send: (message: unknown) => sent.push(message) } as unknown as SignalingConn;
  const room = { name: 'room', bcconnected: true } as unknown as Room;
  const undo = silentOutside(room, [connection]);
  const announce = { type: 'publish', topic: 'room', data: 'x' };
  const subscribe = { type: 'subscribe', topics: ['room'] };
  const others = [
    { type: 'unsubscribe', topics: ['room'] },
    { type: 'publish', topic: 'relay', data: 'bye' },
    { type: 'ping' },
  ];
  connection.send(announce);
  room.bcconnected = false;
  for (const message of [announce, subscribe, ...others]) connection.send(message);
  expect(sent).toEqual([announce, ...others]);
  undo();
  connection.send(subscribe);
  expect(sent.at(-1)).toEqual(subscribe);
});

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SignalingConn } from 'y-webrtc';
import { SocketMeeting } from '../../src/sync/meeting.ts';
import { guardSignalling } from '../../src/sync/signalling-guard.ts';
import { OpenRendezvous } from '../support/open-rendezvous.ts';

let open: OpenRendezvous;
const connections: SignalingConn[] = [];

function meet(): { meeting: SocketMeeting; connection: SignalingConn } {
  const connection = new SignalingConn(`ws://127.0.0.1:${open.port}/rendezvous`);
  connections.push(connection);
  const meeting = new SocketMeeting(connection);
  guardSignalling(connection, ({ topic, data }) => meeting.hear(topic, data));
  return { meeting, connection };
}

const until = (holds: () => boolean) => vi.waitUntil(holds, { interval: 5, timeout: 10_000 });

beforeEach(async () => {
  open = await OpenRendezvous.open();
});

afterEach(async () => {
  for (const connection of connections.splice(0)) connection.destroy();
  await open.close();
});

test('pages that know a topic hear each other, also when they asked before the service was reached', async () => {
  const [ana, ben] = [meet(), meet()];
  const heard: string[] = [];
  ana.meeting.subscribe('topic', (data) => heard.push(data));
  expect(ana.meeting.state()).toBe('trying');
  expect(ben.meeting.publish('topic', 'too early')).toBe(false);
  await until(() => open.rendezvous.load().topics === 1 && ben.meeting.state() === 'reached');
  expect(ben.meeting.publish('other topic', 'not for Ana')).toBe(true);
  expect(ben.meeting.publish('topic', 'for Ana')).toBe(true);
  await until(() => heard.length > 0);
  expect(heard).toEqual(['for Ana']);
});

test('a subscription outlives the socket, and its undo ends it', async () => {
  const [ana, ben] = [meet(), meet()];
  const heard: string[] = [];
  const undo = ana.meeting.subscribe('topic', (data) => heard.push(data));
  await until(() => open.rendezvous.load().topics === 1 && ben.meeting.state() === 'reached');
  const before = ana.connection.ws;
  before?.close();
  await until(() => ana.connection.ws !== before && ana.meeting.state() === 'reached');
  await until(
    () => open.rendezvous.load().connections === 2 && open.rendezvous.load().topics === 1,
  );
  ben.meeting.publish('topic', 'again');
  await until(() => heard.length > 0);
  undo();
  await until(() => open.rendezvous.load().topics === 0);
});

test('a service that is not there is soon known as unreachable', async () => {
  const { meeting, connection } = meet();
  await until(() => meeting.state() === 'reached');
  await open.close();
  await until(() => meeting.state() === 'unreachable');
  connection.destroy();
  open = await OpenRendezvous.open();
});

test('a signal for a service that is just being reached is left out, and is no error', () => {
  const { connection } = meet();
  expect(connection.ws?.readyState).toBe(WebSocket.CONNECTING);
  // y-webrtc does so, from where nobody can catch it, when a connection begins while a rendezvous comes back.
  expect(() => connection.send({ type: 'publish', topic: 'topic', data: 'signal' })).not.toThrow();
});

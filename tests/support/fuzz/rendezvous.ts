import { EventEmitter } from 'node:events';
import type { WebSocket } from 'ws';
import { serve } from '../../../scripts/rendezvous/connection.ts';
import { usualLimits } from '../../../scripts/rendezvous/limits.ts';
import { Refusals } from '../../../scripts/rendezvous/refusals.ts';
import { Topics } from '../../../scripts/rendezvous/topics.ts';
import { wrongText } from './mutations.ts';
import { must, target, type Target } from './target.ts';

/** As much of a socket as the rendezvous uses. */
class FakeSocket extends EventEmitter {
  readonly OPEN = 1;
  readonly readyState = 1;
  readonly bufferedAmount = 0;
  readonly got: string[] = [];

  send(text: string): void {
    this.got.push(text);
  }

  ping(): void {
    this.emit('pong');
  }

  terminate(): void {
    this.emit('close');
  }
}

const topic = 'a circle';
const said = [
  { type: 'subscribe', topics: [topic, 'another'] },
  { type: 'unsubscribe', topics: [topic] },
  { type: 'publish', topic, data: 'c2VhbGVk' },
  { type: 'ping' },
].map((message) => JSON.stringify(message));

function isMessage(text: string): boolean {
  const message: unknown = JSON.parse(text);
  return typeof message === 'object' && message !== null && 'type' in message;
}

/** What a client says: the server goes on, and what it passes on is whole. */
export const rendezvousTarget: Target = target('rendezvous', said, wrongText, (text) => {
  const hall = {
    limits: usualLimits,
    topics: new Topics<WebSocket>(),
    refusals: new Refusals(() => undefined),
  };
  const [speaker, listener] = [new FakeSocket(), new FakeSocket()];
  for (const socket of [speaker, listener]) serve(socket as unknown as WebSocket, hall);
  try {
    listener.emit('message', Buffer.from(said[0] ?? ''));
    speaker.emit('message', Buffer.from(text));
    must([...speaker.got, ...listener.got].every(isMessage), 'it passed on what is no message');
    const before = listener.got.length;
    speaker.emit('message', Buffer.from(said[2] ?? ''));
    must(listener.got.length === before + 1, 'it no longer passes on what is good');
  } finally {
    for (const socket of [speaker, listener]) socket.emit('close');
  }
  must(hall.topics.size === 0, 'it keeps what nobody listens to');
});

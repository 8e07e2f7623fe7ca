import type { RawData, WebSocket } from 'ws';
import { Allowance } from '../../src/sync/allowance.ts';
import type { Limits } from './limits.ts';
import { parseMessage } from './message.ts';
import type { Reason, Refusals } from './refusals.ts';
import type { Topics } from './topics.ts';

export interface Hall {
  readonly limits: Limits;
  readonly topics: Topics<WebSocket>;
  readonly refusals: Refusals;
}

/** The message as it came, with one field more. `message` is the JSON text of an object with fields. */
const withListeners = (message: string, listeners: number): string =>
  `${message.slice(0, message.lastIndexOf('}'))},"clients":${listeners}}`;

/** Serves one client of y-webrtc's signalling protocol until its socket closes. */
export function serve(socket: WebSocket, { limits, topics, refusals }: Hall): void {
  const allowance = new Allowance(limits.messagesAtOnce, limits.messagesPerSecond);
  let refused = 0;
  let answered = true;

  function refuse(reason: Reason): void {
    refused += 1;
    refusals.note(reason);
    if (refused < limits.refusals) return;
    refusals.note('a connection refused too often');
    // Not `close`: a flooder may never complete the closing handshake.
    socket.terminate();
  }

  function subscribe(wanted: readonly string[]): void {
    for (const topic of wanted) {
      if (topics.listeners(topic).has(socket)) continue;
      if (topic.length > limits.topicLength) return refuse('a topic that is too long');
      if (topics.topicsOf(socket).size >= limits.topicsPerConnection) {
        return refuse('too many topics');
      }
      if (topics.listeners(topic).size >= limits.subscribersPerTopic) {
        return refuse('too many listeners to one topic');
      }
      topics.add(topic, socket);
    }
  }

  function publish(topic: string, message: string): void {
    const listeners = [...topics.listeners(topic)];
    const text = withListeners(message, listeners.length);
    for (const listener of listeners) {
      if (listener.bufferedAmount <= limits.unread) {
        listener.send(text);
      } else {
        refusals.note('a listener that does not read');
        listener.terminate();
      }
    }
  }

  function hear(data: RawData): void {
    if (socket.readyState !== socket.OPEN) return;
    if (!allowance.take()) return refuse('too many messages');
    const text = data.toString();
    const message = parseMessage(text);
    if (message === null) return refuse('a message that is not of the protocol');
    if (message.type === 'subscribe') return subscribe(message.topics);
    if (message.type === 'publish') return publish(message.topic, text);
    if (message.type === 'ping') return socket.send('{"type":"pong"}');
    for (const topic of message.topics) topics.remove(topic, socket);
  }

  const pinging = setInterval(() => {
    if (!answered) {
      refusals.note('a connection that does not answer');
      return socket.terminate();
    }
    answered = false;
    socket.ping();
  }, limits.pingEvery);

  socket.on('message', hear);
  socket.on('pong', () => (answered = true));
  // ws closes the connection by itself after an error; without a listener the process would end.
  socket.on('error', (error) => {
    const tooLarge = 'code' in error && error.code === 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH';
    refusals.note(tooLarge ? 'a message that is too large' : 'a broken frame');
  });
  socket.on('close', () => {
    clearInterval(pinging);
    topics.forget(socket);
  });
}

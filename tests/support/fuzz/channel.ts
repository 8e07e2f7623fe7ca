import * as Y from 'yjs';
import { CircleDocument } from '../../../src/document/circle-document.ts';
import { takeBackCommitment } from '../../../src/document/commitments.ts';
import { join, membersIn } from '../../../src/document/members.ts';
import { ask } from '../../../src/document/questions.ts';
import { Conversation, type Listener } from '../../../src/sync/conversation.ts';
import { frame, framesOf } from '../../../src/sync/frames.ts';
import {
  answerWith,
  askFor,
  changeOf,
  presencesOf,
  readMessage,
} from '../../../src/sync/messages.ts';
import { Presences } from '../../../src/sync/presences.ts';
import { kinds, PROTOCOL } from '../../../src/sync/protocol.ts';
import { contents } from '../linked-peers.ts';
import * as record from '../records.ts';
import { wrongBytes } from './mutations.ts';
import { must, target, type Target } from './target.ts';

/** As much of a channel as a conversation uses. What its listeners throw comes out where it was sent. */
class FakeChannel {
  readonly readyState = 'open';
  readonly bufferedAmount = 0;
  readonly #listeners = new Map<string, ((event: object) => void)[]>();

  addEventListener(type: string, listener: (event: object) => void): void {
    this.#listeners.set(type, [...(this.#listeners.get(type) ?? []), listener]);
  }

  send(): void {
    // Nobody is at the other end.
  }

  close(): void {
    this.dispatchEvent(new Event('close'));
  }

  dispatchEvent(event: object & { type: string }): void {
    for (const listener of this.#listeners.get(event.type) ?? []) listener(event);
  }
}

const circle = new CircleDocument();
join(circle, record.member('ana'));
ask(circle, record.question('ana', 0, 1, { text: 'What matters most here?' }));
takeBackCommitment(circle, 'c1');
const whole = Y.encodeStateAsUpdate(circle.doc);

const spoken = new Presences(new Y.Doc());
spoken.publish({ page: 'ana', near: ['ben'], presence: { device: 'd1', member: 'ana' } });
const presences = spoken.encode();
spoken.awareness.destroy();

const numbers = (...values: number[]) => new Uint8Array(Float64Array.from(values).buffer);
const hello = frame(kinds.hello, Uint8Array.of(PROTOCOL, 98, 101, 110));

const goodFrames: readonly [name: string, frames: readonly Uint8Array[]][] = [
  ['greeting', [hello]],
  ['sign of life', [frame(kinds.ping, numbers(1))]],
  ['clock', [frame(kinds.pong, numbers(1, 1_800_000_000_000, 1))]],
  ['question for changes', framesOf(askFor(Y.encodeStateVector(circle.doc)))],
  ['answer with changes', framesOf(answerWith(whole))],
  ['change', framesOf(changeOf(whole))],
  ['presences', framesOf(presencesOf(presences))],
  ['part of a long message', framesOf(changeOf(new Uint8Array(20_000)))],
];

/** Listens as the link does. */
function listenerFor(doc: Y.Doc, said: Presences): Listener {
  const ignore = () => undefined;
  return {
    self: 'me',
    clock: () => ({ now: 1, heldFor: 1 }),
    whenReady: (act) => act(),
    greeted: ignore,
    mismatched: ignore,
    signalled: ignore,
    compared: ignore,
    whispered: ignore,
    ended: ignore,
    heard(conversation, bytes) {
      const message = readMessage(bytes);
      if (message?.kind === 'ask') Y.encodeStateAsUpdate(doc, message.vector);
      if (message?.kind === 'changes') Y.applyUpdate(doc, message.update, conversation);
      if (message?.kind === 'presences') said.take(message.update, conversation);
    },
  };
}

const late = new CircleDocument();
join(late, record.member('zoe'));
const lateUpdate = Y.encodeStateAsUpdate(late.doc);

/** Whether the circle can still be read, be changed, and be opened again from what the disk would have. */
function mustStillServe(doc: Y.Doc): void {
  Y.applyUpdate(doc, lateUpdate);
  const reopened = new CircleDocument([Y.encodeStateAsUpdate(doc)]);
  contents(reopened);
  const isThere = membersIn(reopened)
    .all()
    .some(({ id }) => id === 'zoe');
  must(isThere, 'a good change no longer arrives');
}

function hear(frame: Uint8Array): void {
  const heard = new Y.Doc();
  const said = new Presences(heard);
  const channel = new FakeChannel();
  new Conversation(
    channel as unknown as RTCDataChannel,
    {} as RTCPeerConnection,
    listenerFor(heard, said),
  );
  const arrive = (bytes: Uint8Array) =>
    channel.dispatchEvent(Object.assign(new Event('message'), { data: bytes.slice().buffer }));
  try {
    if (frame[0] !== kinds.hello) arrive(hello);
    arrive(frame);
    const { clients, pendingStructs, pendingDs } = heard.store;
    if (clients.size > 0 || pendingStructs !== null || pendingDs !== null) mustStillServe(heard);
  } finally {
    channel.close();
    said.awareness.destroy();
  }
}

/** What comes on a channel: nothing is thrown, and the circle can be read, written and kept afterwards. */
export const channelTargets: readonly Target[] = goodFrames.map(([name, frames]) =>
  target(`frame: ${name}`, frames, wrongBytes, hear),
);

import { expect, test } from 'vitest';
import { Conversation, type Listener } from '../../src/sync/conversation.ts';
import { frame } from '../../src/sync/frames.ts';
import { kinds, PROTOCOL } from '../../src/sync/protocol.ts';

/** A channel that is open, and keeps what is sent. */
class OpenChannel extends EventTarget {
  readonly readyState = 'open';
  readonly bufferedAmount = 0;
  binaryType: BinaryType = 'arraybuffer';
  bufferedAmountLowThreshold = 0;
  readonly sent: (number | undefined)[] = [];

  send(bytes: Uint8Array): void {
    this.sent.push(bytes[0]);
  }

  close(): void {
    this.dispatchEvent(new Event('close'));
  }

  hear(bytes: Uint8Array): void {
    this.dispatchEvent(new MessageEvent('message', { data: bytes.slice().buffer }));
  }
}

function listening(ready: Promise<void>, told: string[]): Listener {
  const tell = (what: string) => () => {
    told.push(what);
  };
  return {
    self: 'me',
    clock: () => ({ now: 1, heldFor: 1 }),
    whenReady: (act) => {
      ready.then(act).catch(tell('failed'));
    },
    greeted: tell('greeted'),
    heard: tell('heard'),
    mismatched: tell('mismatched'),
    signalled: tell('signalled'),
    compared: tell('compared'),
    whispered: tell('whispered'),
    ended: tell('ended'),
  };
}

const hello = frame(kinds.hello, Uint8Array.of(PROTOCOL, ...new TextEncoder().encode('ben')));
const change = frame(kinds.whole, Uint8Array.of(1, 2, 3));

test('nothing is said or taken before the disk has been read, and then all in its order', async () => {
  const disk = Promise.withResolvers<void>();
  const told: string[] = [];
  const channel = new OpenChannel();
  const conversation = new Conversation(channel, null, listening(disk.promise, told));
  channel.dispatchEvent(new Event('open'));
  channel.hear(hello);
  channel.hear(change);
  await Promise.resolve();
  expect(channel.sent).toEqual([]);
  expect(told).toEqual([]);

  disk.resolve();
  await disk.promise;
  await Promise.resolve();
  expect(channel.sent[0]).toBe(kinds.hello);
  expect(conversation.peer).toBe('ben');
  expect(told).toEqual(['greeted', 'heard']);
  conversation.end();
});

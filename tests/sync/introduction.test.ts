import { expect, test, vi } from 'vitest';
import type { Channel } from '../../src/sync/channel.ts';
import { Conversation, type Listener } from '../../src/sync/conversation.ts';
import { introductionOf, readIntroduction } from '../../src/sync/introduction.ts';
import { kinds } from '../../src/sync/protocol.ts';

/** One end of a channel at which its page seems to speak another version. */
class End extends EventTarget {
  readonly readyState = 'open';
  readonly bufferedAmount = 0;
  bufferedAmountLowThreshold = 0;
  binaryType = 'arraybuffer';
  other: End | null = null;
  readonly sent: number[] = [];

  constructor(readonly version: number) {
    super();
  }

  send(frame: Uint8Array): void {
    const bytes = Uint8Array.from(frame);
    this.sent.push(bytes[0] ?? -1);
    if (bytes[0] === kinds.hello) bytes[1] = this.version;
    queueMicrotask(() => {
      this.other?.dispatchEvent(new MessageEvent('message', { data: bytes.buffer }));
    });
  }
}

function listener(self: string, presence: unknown, heard: unknown[]): Listener {
  const ignore = () => undefined;
  return {
    self,
    clock: () => ({ now: 1, heldFor: 1 }),
    whenReady: (act) => act(),
    greeted: () => heard.push('greeted'),
    mismatched: (conversation, theirs, said) => {
      heard.push([theirs, said]);
      if (said === null) conversation.introduce(presence);
    },
    heard: ignore,
    signalled: ignore,
    compared: ignore,
    whispered: ignore,
    ended: ignore,
  };
}

test('pages of two versions tell each other whose they are, and nothing else', async () => {
  const [older, newer] = [new End(0), new End(2)];
  const heard: { ana: unknown[]; ben: unknown[] } = { ana: [], ben: [] };
  const [ana, ben] = [{ member: 'ana' }, { member: 'ben' }];
  const open = (end: End, by: Listener) => new Conversation(end as unknown as Channel, null, by);
  const conversations = [
    open(older, listener('a', ana, heard.ana)),
    open(newer, listener('b', ben, heard.ben)),
  ];
  [older.other, newer.other] = [newer, older];
  for (const end of [older, newer]) end.dispatchEvent(new Event('open'));
  await vi.waitFor(() => expect(heard.ben).toHaveLength(2));
  expect(heard.ana).toEqual([
    ['newer', null],
    ['newer', ben],
  ]);
  expect(heard.ben).toEqual([
    ['older', null],
    ['older', ana],
  ]);
  expect([...new Set([...older.sent, ...newer.sent])].sort()).toEqual([
    kinds.hello,
    kinds.ping,
    kinds.pong,
    kinds.introduction,
  ]);
  for (const conversation of conversations) conversation.end();
});

test('an introduction may be anything', () => {
  const content = (text: string) => new TextEncoder().encode(text);
  expect([readIntroduction(content('{')), readIntroduction(new Uint8Array(99_999))]).toEqual([
    null,
    null,
  ]);
  expect(readIntroduction(introductionOf({ member: 'ana' }).subarray(1))).toEqual({
    member: 'ana',
  });
});

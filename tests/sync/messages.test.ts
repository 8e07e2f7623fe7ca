import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerWith, askFor, changeOf, presencesOf, readMessage } from '../../src/sync/messages.ts';
import { parseSignal } from '../../src/sync/signal.ts';

const content = Uint8Array.of(1, 2, 3);

test('a message is read as it was meant', () => {
  expect(readMessage(askFor(content))).toEqual({ kind: 'ask', vector: content });
  expect(readMessage(answerWith(content))).toEqual({ kind: 'changes', update: content });
  expect(readMessage(changeOf(content))).toEqual({ kind: 'changes', update: content });
  expect(readMessage(presencesOf(content))).toEqual({ kind: 'presences', update: content });
});

test('a message of a kind that we do not know is skipped', () => {
  expect(readMessage(Uint8Array.of(77, 1))).toBeNull();
  expect(readMessage(Uint8Array.of(0, 9, 0))).toBeNull();
});

test('a signal passes only when y-webrtc can take it', () => {
  const offer = { type: 'offer', sdp: 'v=0' };
  expect(parseSignal({ type: 'announce', from: 'a' })?.kind).toBe('announce');
  expect(parseSignal({ type: 'signal', from: 'a', to: 'b', signal: offer })?.kind).toBe('offer');
  for (const signal of [
    null,
    {},
    { type: 'offer' },
    { type: 'candidate', candidate: {} },
    'offer',
  ]) {
    expect(parseSignal({ type: 'signal', from: 'a', to: 'b', signal })).toBeNull();
  }
  fc.assert(fc.property(fc.anything(), (message) => void parseSignal(message)));
});

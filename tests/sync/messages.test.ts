import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { answerWith, askFor, changeOf, presencesOf, readMessage } from '../../src/sync/messages.ts';
import { parseSignal } from '../../src/sync/signal.ts';

const content = Uint8Array.of(1, 2, 3);
const doc = new Y.Doc();
doc.getMap('things').set('question', 'What matters most here?');
const update = Y.encodeStateAsUpdate(doc);

test('a message is read as it was meant', () => {
  expect(readMessage(askFor(content))).toEqual({ kind: 'ask', vector: content });
  expect(readMessage(answerWith(update))).toEqual({ kind: 'changes', update });
  expect(readMessage(changeOf(update))).toEqual({ kind: 'changes', update });
  expect(readMessage(presencesOf(content))).toEqual({ kind: 'presences', update: content });
});

test('a message of a kind that we do not know is skipped', () => {
  expect(readMessage(Uint8Array.of(77, 1))).toBeNull();
  expect(readMessage(Uint8Array.of(0, 9, 0))).toBeNull();
});

test('a change with which the circle would never open again is not taken', () => {
  const oneClient = (...struct: number[]) => Uint8Array.of(1, 1, 7, 0, ...struct, 0);
  const NOTHING_LEFT = 0;
  const poison = oneClient(NOTHING_LEFT, 0);
  expect(readMessage(changeOf(oneClient(NOTHING_LEFT, 1)))?.kind).toBe('changes');
  expect(readMessage(changeOf(poison))).toBeNull();

  const poisoned = new Y.Doc();
  Y.applyUpdate(poisoned, poison);
  const kept = Y.encodeStateAsUpdate(poisoned);
  expect(() => Y.applyUpdate(new Y.Doc(), kept)).toThrow('Unexpected case');
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

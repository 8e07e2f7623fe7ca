import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { parsePageState } from '../../src/sync/page-state.ts';
import { withinCaps } from '../../src/sync/presence-caps.ts';
import { Presences } from '../../src/sync/presences.ts';

const opened: Awareness[] = [];

function awarenessOf(state: object): Awareness {
  const awareness = new Awareness(new Y.Doc());
  opened.push(awareness);
  awareness.setLocalState({ ...state });
  return awareness;
}

afterEach(() => {
  for (const awareness of opened.splice(0)) awareness.destroy();
});

test('of many pages that do not exist only the first few are taken', () => {
  const mine = awarenessOf({ page: 'mine', near: [] });
  for (let at = 0; at < 100; at++) {
    const ghost = awarenessOf({ page: `ghost ${at}`, near: [] });
    const update = encodeAwarenessUpdate(ghost, [ghost.clientID]);
    applyAwarenessUpdate(mine, withinCaps(mine, update), 'test');
  }
  expect(mine.getStates().size).toBe(24);
});

test('a page that says too much is not heard', () => {
  const mine = awarenessOf({});
  const loud = awarenessOf({ page: 'loud', near: [], presence: 'x'.repeat(17_000) });
  const update = encodeAwarenessUpdate(loud, [loud.clientID]);
  applyAwarenessUpdate(mine, withinCaps(mine, update), 'test');
  expect(mine.getStates().has(loud.clientID)).toBe(false);
});

test('we do not say more than 4 KB ourselves', () => {
  const presences = new Presences(new Y.Doc());
  opened.push(presences.awareness);
  expect(() => presences.say({ name: 'x'.repeat(5000) })).toThrow(RangeError);
});

test('whatever a page says of itself is read without an error', () => {
  fc.assert(fc.property(fc.jsonValue(), (state) => void parsePageState(state)));
  expect(parsePageState({ page: 'a', near: ['b', 7, null], presence: { name: 'Ana' } })).toEqual({
    page: 'a',
    near: ['b'],
    slow: [],
    presence: { name: 'Ana' },
  });
  expect(parsePageState({ page: 7, near: [] })).toBeNull();
});

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Chime } from '../../../src/components/session/chime.svelte.ts';

let opened = 0;
let touched: EventTarget;

class Loudspeaker {
  readonly state = 'running';
  constructor() {
    opened += 1;
  }
}

/** A page on which somebody has tapped already, or nobody has. */
const page = (hasBeenActive: boolean): void => {
  vi.stubGlobal('navigator', { userActivation: { hasBeenActive } });
};

beforeEach(() => {
  vi.useFakeTimers();
  opened = 0;
  touched = new EventTarget();
  vi.stubGlobal('AudioContext', Loudspeaker);
  vi.stubGlobal('addEventListener', touched.addEventListener.bind(touched));
  vi.stubGlobal('removeEventListener', touched.removeEventListener.bind(touched));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('a page that nobody has touched opens no loudspeaker, and says that it has no sound yet', () => {
  page(false);
  const chime = new Chime();
  vi.runAllTimers();
  expect([opened, chime.isBlocked]).toEqual([0, true]);
  touched.dispatchEvent(new Event('pointerdown'));
  touched.dispatchEvent(new Event('keydown'));
  vi.runAllTimers();
  expect([opened, chime.isBlocked]).toEqual([1, false]);
});

test('where somebody has, it is open by the time that the first sound is due', () => {
  page(true);
  const chime = new Chime();
  expect([opened, chime.isBlocked]).toEqual([0, false]);
  vi.runAllTimers();
  expect([opened, chime.isBlocked]).toEqual([1, false]);
});

test('a session that is left opens none', () => {
  page(false);
  new Chime().close();
  touched.dispatchEvent(new Event('pointerdown'));
  vi.runAllTimers();
  expect(opened).toBe(0);
});

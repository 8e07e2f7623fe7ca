import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Introductions } from '../../src/sync/introductions.ts';
import type { PeerId, Reach } from '../../src/sync/link.ts';

const through: Reach = { kind: 'through', by: 'cem' };
const direct: Reach = { kind: 'direct' };

function opened(isBegun: (page: PeerId) => boolean = () => false) {
  const ask = vi.fn<() => void>();
  const givenUp: PeerId[] = [];
  return {
    introductions: new Introductions(ask, isBegun, (page) => givenUp.push(page)),
    ask,
    givenUp,
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('members are asked to introduce us', () => {
  test('to a page that we reach through others, a moment later', () => {
    const { introductions, ask } = opened();
    introductions.see(new Map([['ana', through]]));
    expect(ask).not.toHaveBeenCalled();
    vi.advanceTimersByTime(700);
    expect(ask).toHaveBeenCalledOnce();
  });

  test('not to one that we reach directly, nor to one with whom a connection is on its way', () => {
    const { introductions, ask } = opened((page) => page === 'ben');
    introductions.see(
      new Map<PeerId, Reach>([
        ['ana', direct],
        ['ben', through],
      ]),
    );
    vi.advanceTimersByTime(700);
    expect(ask).not.toHaveBeenCalled();
  });
});

describe('when a member is gone who may have carried signals', () => {
  test('what began over members begins anew, once', () => {
    const { introductions, givenUp } = opened();
    introductions.begins('ana', true);
    introductions.lostCarrier();
    introductions.lostCarrier();
    expect(givenUp).toEqual(['ana']);
  });

  test('what began over a rendezvous goes on', () => {
    const { introductions, givenUp } = opened();
    introductions.begins('ana', true);
    introductions.begins('ana', false);
    introductions.begins('ben', false);
    introductions.lostCarrier();
    expect(givenUp).toEqual([]);
  });
});

import { expect, test } from 'vitest';
import { circleLink, partLink } from '../../src/board/circle-address.ts';

test.each(['#my-k3f9', '#my-k3f9/session', '#my-k3f9/history/s1'])(
  'from %s the pages of the circle are found by its id on this device',
  (hash) => {
    expect(circleLink(hash)).toBe('#my-k3f9');
    expect(partLink('history', '', hash)).toBe('#my-k3f9/history');
    expect(partLink('history', 's1', hash)).toBe('#my-k3f9/history/s1');
  },
);

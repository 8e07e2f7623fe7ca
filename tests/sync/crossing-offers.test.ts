import { expect, test, vi } from 'vitest';
import { takesOffer } from '../../src/sync/crossing-offers.ts';

test.each([
  ['ours crosses it and our id is lower', 'ana', 'ben', 1, true, false],
  ['ours crosses it and our id is higher', 'ben', 'ana', 1, true, true],
  ['ours was not sent yet', 'ana', 'ben', undefined, true, true],
  ['we are answering an earlier one of theirs', 'ana', 'ben', 1, false, true],
  ['ours was answered long ago', 'ana', 'ben', undefined, true, true],
])('an offer while %s', (_, self, from, glareToken, initiator, isTaken) => {
  const destroy = vi.fn<() => void>();
  expect(takesOffer(self, from, { glareToken, peer: { initiator }, destroy })).toBe(isTaken);
  expect(destroy).toHaveBeenCalledTimes(isTaken ? 1 : 0);
});

test('of two offers that cross, exactly one goes on', () => {
  const crossing = () => ({ glareToken: 1, peer: { initiator: true }, destroy: () => undefined });
  const both = [takesOffer('ana', 'ben', crossing()), takesOffer('ben', 'ana', crossing())];
  expect(both.filter(Boolean)).toHaveLength(1);
});

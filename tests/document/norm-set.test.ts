import { expect, test } from 'vitest';
import { normSetFingerprint } from '../../src/document/norm-set.ts';
import { norm } from '../support/records.ts';

const set = [norm('n1'), norm('n2')];

test('a fingerprint stands for the exact words in force, and does not depend on their order', () => {
  expect(normSetFingerprint(set)).toMatch(/^[0-9a-f]{32}$/);
  expect(normSetFingerprint([...set].reverse())).toBe(normSetFingerprint(set));
});

test.each([
  ['a changed word', [norm('n1', { text: 'We keep silent.' }), norm('n2')]],
  ['a norm more', [...set, norm('n3')]],
  ['a norm retired', [norm('n1'), norm('n2', { status: 'retired' })]],
  ['a norm on trial', [norm('n1'), norm('n2', { status: 'trial' })]],
])('%s gives another fingerprint', (_what, norms) => {
  expect(normSetFingerprint(norms)).not.toBe(normSetFingerprint(set));
});

test('a proposal, another reason or another order of proposing leaves the fingerprint as it was', () => {
  const same = [
    norm('n2', { why: 'It helps', proposedAt: 1 }),
    norm('n1', { group: 'VO', proposedAt: 9, trialSessions: 3 }),
    norm('n3', { status: 'proposed' }),
  ];
  expect(normSetFingerprint(same)).toBe(normSetFingerprint(set));
});

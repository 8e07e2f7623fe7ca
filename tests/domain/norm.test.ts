import { expect, test } from 'vitest';
import type { Stance } from '../../src/domain/norm.ts';
import { heirOf, hasConsent, inForce, normSetText, openProposals } from '../../src/domain/norm.ts';
import { ballot, norm } from '../support/records.ts';

const everyone = ['ana', 'ben', 'chen'];
const said = (...stances: (Stance | null)[]) =>
  stances.flatMap((stance, i) => (stance ? [ballot('n1', everyone[i]!, stance)] : []));

test.each<[what: string, ballots: ReturnType<typeof said>, agreed: boolean]>([
  ['everyone consents', said('consent', 'consent', 'consent'), true],
  ['a concern is noted', said('consent', 'concern', 'consent'), true],
  ['one has not answered', said('consent', null, 'consent'), false],
  ['one objects', said('consent', 'objection', 'consent'), false],
  ['nobody has answered', [], false],
])('when %s, the norm has consent: %s → %s', (_what, ballots, agreed) => {
  expect(hasConsent('n1', ballots, everyone)).toBe(agreed);
});

test('an objection of somebody who is not asked now still stands', () => {
  expect(hasConsent('n1', said('consent', 'consent', 'objection'), ['ana', 'ben'])).toBe(false);
});

test('what was said to another norm does not count', () => {
  expect(hasConsent('n2', said('consent', 'consent', 'consent'), everyone)).toBe(false);
});

test('with nobody to ask there is no consent', () => {
  expect(hasConsent('n1', said('consent'), [])).toBe(false);
});

const norms = [
  norm('n1', { proposedAt: 3 }),
  norm('n2', { proposedAt: 1, status: 'trial' }),
  norm('n3', { proposedAt: 2, status: 'proposed' }),
  norm('n4', { status: 'retired' }),
];

test('adopted norms and those on trial are in force, in the order of proposing', () => {
  expect(inForce(norms).map(({ id }) => id)).toEqual(['n2', 'n1']);
  expect(openProposals(norms).map(({ id }) => id)).toEqual(['n3']);
});

test('the words that "I\'m in" binds to are the same however a letter is encoded', () => {
  const composed = norm('n1', { text: 'R\u00e9sum\u00e9' });
  const decomposed = norm('n1', { text: 'Re\u0301sume\u0301' });
  expect(normSetText([decomposed])).toBe(normSetText([composed]));
});

test('a text cannot pass for two norms, nor two for one', () => {
  const one = normSetText([norm('n1', { text: 'a","adopted"],["n2","b' })]);
  const two = normSetText([norm('n1', { text: 'a' }), norm('n2', { text: 'b' })]);
  expect(one).not.toBe(two);
});

test('what a norm has become is found through all its wordings, also where a stranger closed a ring', () => {
  const norms = [
    norm('n1', { status: 'retired' }),
    norm('n2', { status: 'retired', amends: 'n1' }),
    norm('n3', { amends: 'n2' }),
    norm('a', { amends: 'b' }),
    norm('b', { amends: 'a' }),
  ];
  expect(heirOf(norms, 'n1')?.id).toBe('n3');
  expect(heirOf(norms, 'n3')?.id).toBe('n3');
  expect(heirOf(norms, 'gone')).toBeNull();
  expect(heirOf(norms, 'a')?.id).toBe('a');
});

import { expect, test } from 'vitest';
import { othersIn, vagueWordIn } from '../../src/domain/action-words.ts';
import { commitments } from '../../src/i18n/en/commitments.ts';

const english = {
  vague: commitments['session.commit.words.vague'],
  others: commitments['session.commit.words.others'],
  should: commitments['session.commit.words.should'],
};

test.each([
  ['try to listen', 'try'],
  ['Think about the planning', 'Think about'],
  ['be a better lead', 'better'],
  ['talk to everyone', 'everyone'],
  ['call soon', 'soon'],
  ['call Leila on Monday', null],
  ['enter the country', null],
  ['read the poetry aloud', null],
  ['go to the sooner train', null],
])('in "%s" the vague word is %s', (text, word) => {
  expect(vagueWordIn(text, english)).toBe(word);
});

test.each([
  ['she should call the supplier', { whom: 'her', deed: 'call the supplier' }],
  ['They must stop asking me', { whom: 'them', deed: 'stop asking me' }],
  ['have it that he has to  reply ', { whom: 'him', deed: 'reply' }],
  ['ask her what she thinks', null],
  ['she should', null],
  ['the shoulder exercise', null],
])('in "%s" others do %j', (text, others) => {
  expect(othersIn(text, english)).toEqual(others);
});

test('a language without such words hears none', () => {
  const none = { vague: '$^', others: '', should: '' };
  expect(othersIn('she should call', none)).toBeNull();
  expect(vagueWordIn('try more', none)).toBeNull();
});

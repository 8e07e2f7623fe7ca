import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  needsEveryone,
  parseNormWords,
  vagueness,
  type NormWords,
  type Vagueness,
} from '../../src/domain/vague.ts';
import { jsonOf } from '../content/read-content.ts';
import { norm } from '../support/records.ts';

const file: unknown = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../content/norm-words/en.json'), 'utf8'),
);
const english = parseNormWords(file) as NormWords;

test.each<[text: string, found: Vagueness[]]>([
  ['Trust', ['abstract', 'no-verb']],
  ['Mutual respect', ['abstract', 'no-verb']],
  ['We respect each other.', ['abstract']],
  ['We are honest and open.', ['abstract']],
  ['Everyone has a voice', ['abstract']],
  ['Safe space', ['abstract', 'no-verb']],
  ['Be present', ['abstract', 'no-verb']],
  ['Good wifi', ['no-verb']],
  ['We always begin on time.', ['absolute']],
  ['We try to finish early.', ['absolute']],
  ['Don’t interrupt.', ['negative']],
  ['We do not give advice.', ['negative']],
  ['Members should mute their phones.', ['addressed']],
  ['Everybody must come on time.', ['addressed']],
  [
    'We let everybody finish what they wanted to say, and then we wait for five seconds before the next one of us speaks.',
    ['too-long'],
  ],
  ['We let each other finish, and count to five.', []],
  ['We ask “may I take this outside?”, and wait for a yes.', []],
  ['Phones stay in the bag.', []],
  ['We do not record, but write one line each.', []],
  ['Before anyone has a second turn, everyone has had one.', []],
  ['', []],
  ['…', []],
])('“%s” is %j', (text, found) => {
  expect(vagueness(text, english)).toEqual(found);
});

describe('every norm of the library', () => {
  const sets = jsonOf<{ own: { text: string }[] }>('norm-sets/en');
  const texts = [
    ...jsonOf<{ text: string }>('norms/en').map(([, { text }]) => text),
    ...sets.flatMap(([, { own }]) => own.map(({ text }) => text)),
  ];
  test.each(texts)('can be seen: %s', (text) => expect(vagueness(text, english)).toEqual([]));
});

const kept = norm('n1', { text: 'We keep each other’s stories here.', template: 'co1' });
const own = norm('n2', { text: 'What is said stays here.' });
const other = norm('n3', { text: 'We begin on time.', template: 'ca2' });
const proposal = { status: 'proposed', template: null } as const;

test.each([
  ['changes a promise', norm('p', { ...proposal, amends: 'n1', text: 'We keep stories.' }), true],
  ['lets a promise go', norm('p', { ...proposal, amends: 'n2', retires: true }), true],
  ['changes another norm', norm('p', { ...proposal, amends: 'n3', text: 'We begin at 9.' }), false],
  ['allows recording', norm('p', { ...proposal, text: 'We record each session.' }), true],
  ['allows telling', norm('p', { ...proposal, text: 'We share notes with our manager.' }), true],
  ['forbids recording', norm('p', { ...proposal, text: 'We meet without recordings.' }), false],
  ['is of the library', norm('p', { ...proposal, template: 'co4', text: 'We record.' }), false],
  ['is about something else', norm('p', { ...proposal, text: 'We laugh.' }), false],
])('a proposal that %s asks everyone, those too who are away: %#', (_what, norm, asks) => {
  expect(needsEveryone(norm, [kept, own, other], english)).toBe(asks);
});

test.each([null, 7, {}, { abstract: '(' }])('a file %j is no language', (wrong) => {
  expect(parseNormWords(wrong)).toBeNull();
});

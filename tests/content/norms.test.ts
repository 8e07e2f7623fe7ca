import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { norms as words } from '../../src/i18n/en/norms.ts';
import { jsonOf, wordsIn } from './read-content.ts';

interface NormWords {
  text: string;
  why: string;
  looksLike: string;
  slipLine: string;
}
interface Norm extends NormWords {
  group: string;
  starter?: boolean;
  setting?: string;
}
interface NormSet {
  order: number;
  title: string;
  opening: string;
  norms: string[];
  own: (NormWords & { id: string })[];
  why: string;
  first: string;
}

const norms = jsonOf<Norm>('norms/en');
const sets = jsonOf<NormSet>('norm-sets/en');
const own = sets.flatMap(([id, set]) => set.own.map((norm): [string, NormWords] => [id, norm]));
const everyNorm: [string, NormWords][] = [...norms, ...own];
const library = new Map(norms);
const groups = ['co', 'vo', 'li', 're', 'qa', 'pr', 'ca', 'cr', 'in', 'rm'] as const;
const styles = readFileSync(join(import.meta.dirname, '../../src/styles/norms.css'), 'utf8');

test('the library has 56 norms or more in ten groups, none twice', () => {
  expect(norms.length).toBeGreaterThanOrEqual(56);
  expect(new Set(everyNorm.map(([, { text }]) => text)).size).toBe(everyNorm.length);
  for (const group of groups) {
    expect(norms.filter(([id]) => id.startsWith(group)).length).toBeGreaterThanOrEqual(5);
  }
});

test('a session offers sixteen of them', () => {
  expect(norms.filter(([, { starter }]) => starter)).toHaveLength(16);
});

test.each(norms)('%s stands in the group that its name begins with', (id, { group }) => {
  const known: ReadonlyMap<string, string> = new Map(
    groups.map((name) => [name, words[`norms.group.${name}`]]),
  );
  expect(id).toMatch(/^[a-z]{2}\d$/);
  expect(known.get(id.slice(0, 2))).toBe(group);
});

test.each(everyNorm)('the norm %s can be said in one breath, and seen', (_id, norm) => {
  expect(norm.text).toMatch(/^We .*\.$/);
  expect(wordsIn(norm.text)).toBeLessThanOrEqual(18);
  expect(norm.text).not.toMatch(/\b(always|never|properly|try to|should|respect|trust)\b/i);
  expect(wordsIn(norm.why)).toBeLessThanOrEqual(20);
  expect(wordsIn(norm.looksLike)).toBeLessThanOrEqual(22);
  expect(wordsIn(norm.slipLine)).toBeLessThanOrEqual(18);
});

test('there are twelve sets or more, each at a place of its own', () => {
  expect(sets.length).toBeGreaterThanOrEqual(12);
  expect(new Set(sets.map(([, { order }]) => order)).size).toBe(sets.length);
});

test('no two norms have one name in the link of a shortlist', () => {
  const names = [...library.keys(), ...sets.flatMap(([, set]) => set.own.map(({ id }) => id))];
  expect(new Set(names).size).toBe(names.length);
});

test.each(sets)('the set %s leaves the last of seven places empty', (_id, set) => {
  expect(new Set(set.norms).size).toBe(set.norms.length);
  expect(set.norms.filter((id) => !library.has(id))).toEqual([]);
  expect(set.norms.length + set.own.length).toBeLessThanOrEqual(6);
});

test.each(sets)('the set %s is read aloud in a minute', (_id, set) => {
  const said = [
    set.opening,
    ...set.norms.map((id) => library.get(id)?.text ?? ''),
    ...set.own.map(({ text }) => text),
    words['norms.set.close'],
  ];
  expect(wordsIn(said.join(' '))).toBeLessThanOrEqual(150);
  expect(set.first).toMatch(/\?$/);
  expect(wordsIn(set.why)).toBeLessThanOrEqual(70);
});

test.each([...groups, ...sets.map(([id]) => id)])('the library can be narrowed to %s', (name) => {
  expect(styles).toContain(`[value='${name}']:checked`);
});

test.each(sets)('the set %s says what stays here', (_id, set) => {
  expect(set.norms.some((id) => id.startsWith('co'))).toBe(true);
});

import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fuzz } from './support/fuzz/run.ts';
import { target } from './support/fuzz/target.ts';
import { targets } from './support/fuzz/targets.ts';
import { wrongText } from './support/fuzz/mutations.ts';

test('nothing that comes from outside breaks the place where it is read', async () => {
  expect(await fuzz(targets, 5000, 20_260)).toEqual([]);
});

// Seeded fault: the test above would pass just as well if it tried nothing.
test('a reader that breaks is found, and told with what', async () => {
  const brittle = target('JSON', ['{"a":1}'], wrongText, (text) => void JSON.parse(text));
  const [first] = await fuzz([brittle], 100, 1);
  expect(first).toMatchObject({ target: 'JSON', seed: 1, error: expect.stringContaining('JSON') });
});

test('each kind of row that the document reads is among them', () => {
  const tried = readFileSync('tests/support/fuzz/rows.ts', 'utf8');
  const kinds = globSync('src/document/*.ts').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/const (parse\w+): Parse<[A-Z]/g)].map(
      ([, name]) => name,
    ),
  );
  expect(kinds.length).toBeGreaterThan(20);
  expect(kinds.filter((name) => !new RegExp(`', ${name},|^ +${name},`, 'm').test(tried))).toEqual(
    [],
  );
});

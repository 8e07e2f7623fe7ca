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

import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { aboutOf } from '../../src/document/about.ts';
import { CircleDocument } from '../../src/document/circle-document.ts';
import { CURRENT_SCHEMA } from '../../src/document/schema-version.ts';
import { contents } from '../support/linked-peers.ts';

interface Fixture {
  readonly schema: number;
  /** A whole circle as an update, base64. */
  readonly update: string;
  readonly contents: Record<string, unknown>;
}

const fixtures = globSync('tests/document/fixtures/schema-*.json').map((file) => {
  const fixture = JSON.parse(readFileSync(file, 'utf8')) as Fixture;
  return [fixture.schema, fixture] as const;
});

test.each(fixtures)('a circle saved with schema %i is read as it was', (_schema, fixture) => {
  const circle = new CircleDocument([new Uint8Array(Buffer.from(fixture.update, 'base64'))]);
  expect(contents(circle)).toMatchObject(fixture.contents);
  expect(aboutOf(circle).callAddress).toBe('https://call.example/tuesday');
  expect(circle.isNewer).toBe(false);
});

test('there is a saved circle of each schema up to the current one', () => {
  const schemas = fixtures.map(([schema]) => schema).sort((a, b) => a - b);
  expect(schemas).toEqual(Array.from({ length: CURRENT_SCHEMA }, (_, i) => i + 1));
});

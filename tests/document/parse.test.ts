import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseNextMeeting } from '../../src/document/about.ts';
import { parseCommitment } from '../../src/document/commitments.ts';
import { parseMember } from '../../src/document/members.ts';
import type { Parse } from '../../src/document/parse.ts';
import { parseSession } from '../../src/document/sessions.ts';
import * as record from '../support/records.ts';

/** Every parser of the document: that of a new table as well. */
const parsers = Object.values(
  import.meta.glob<Record<string, Parse<unknown>>>('../../src/document/*.ts', { eager: true }),
)
  .flatMap((file) => Object.entries(file))
  .filter(([name]) => /^parse[A-Z]/.test(name));

test('the parsers of all tables are tried', () => {
  expect(parsers.length).toBeGreaterThan(17);
});

/** Rows that are nearly right: each field of a good one may be anything. */
const nearly = (row: object): fc.Arbitrary<unknown> =>
  fc.record(
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [
        name,
        fc.oneof({ weight: 4, arbitrary: fc.constant(value) }, fc.anything()),
      ]),
    ),
    { requiredKeys: [] },
  );
const rows = [
  record.member('ana'),
  record.norm('n1'),
  record.ballot('n1', 'ana', 'consent'),
  record.session('s1'),
  record.turn('t1'),
  record.came('ana', 1),
  record.question('ana', 0, 1),
  record.pass('ana', 0, 1),
  record.commitment('c1'),
  record.report('c1', 's1', 'did'),
  { at: 1, zone: 'Europe/Berlin', presenter: null, host: null, backup: null },
];
const anyRow = fc.oneof(fc.anything(), ...rows.map(nearly));

test.each(parsers)('%s takes anything, and never throws', (_name, parser) => {
  fc.assert(
    fc.property(anyRow, (row) => {
      expect(() => parser(row)).not.toThrow();
    }),
    { numRuns: 200 },
  );
});

test.each<[what: string, row: unknown]>([
  ['an infinite time', record.member('ana', { joinedAt: Infinity })],
  ['a time that no calendar has', record.member('ana', { joinedAt: 1e300 })],
  ['no name', record.member('ana', { name: '' })],
  ['a name that is not a text', { ...record.member('ana'), name: 7 }],
])('a member with %s is not read', (_what, row) => {
  expect(parseMember(row)).toBeNull();
});

test('a member with a colour that we do not have is read, with the first', () => {
  expect(parseMember({ id: 'ana', name: 'Ana', joinedAt: 1, colour: 9 })).toMatchObject({
    colour: 1,
  });
});

test.each<[what: string, clock: object]>([
  ['a step beyond the plan', { step: 6 }],
  ['fewer allowances than phases', { allowed: [4] }],
  ['fewer times spent than phases', { spent: [0] }],
  ['time spent that is negative', { spent: [-1, 0, 0, 0, 0, 0] }],
])('a session with %s is not read', (_what, clock) => {
  const session = record.session('s1');
  expect(parseSession(session)).toEqual(session);
  expect(parseSession({ ...session, clock: { ...session.clock, ...clock } })).toBeNull();
});

test('a next meeting in a zone that this browser does not know keeps its time', () => {
  const next = {
    at: 1_800_000_000_000,
    zone: 'Mars/Olympus',
    presenter: null,
    host: null,
    backup: null,
  };
  expect(parseNextMeeting(next)).toEqual({ ...next, zone: 'UTC' });
});

test('a next meeting at a time that no calendar has is none', () => {
  expect(parseNextMeeting({ at: 9e15, zone: 'UTC' })).toBeNull();
});

test('a record of an older version has what it lacks filled in', () => {
  expect(
    parseCommitment({
      id: 'c',
      session: 's',
      owner: 'a',
      typedBy: 'a',
      text: 'Go',
      madeAt: 1,
    }),
  ).toEqual(
    record.commitment('c', { session: 's', owner: 'a', typedBy: 'a', text: 'Go', madeAt: 1 }),
  );
});

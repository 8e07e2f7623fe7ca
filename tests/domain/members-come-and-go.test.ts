import { describe, expect, test } from 'vitest';
import { farewellsIn, missedTwice, writerFor } from '../../src/domain/goodbye.ts';
import { newcomerAmong, notYetIn } from '../../src/domain/newcomer.ts';
import { isOld } from '../../src/domain/safety.ts';
import * as record from '../support/records.ts';

const bye = (member: string, session = '', at = 1) => ({ member, session, at });

describe('a goodbye', () => {
  test.each([
    ['of one who leaves the circle', [bye('ana')], ['ana']],
    ['of one who leaves this session early', [bye('ana', 's1')], ['ana']],
    ['of one who left another session early', [bye('ana', 's0')], []],
    ['of one who is not here', [bye('dan')], []],
    [
      'in the order in which they said it',
      [bye('ben', '', 5), bye('ana', 's1', 3)],
      ['ana', 'ben'],
    ],
  ])('%s', (_, goodbyes, turns) => {
    expect(farewellsIn(goodbyes, 's1', ['ana', 'ben']).map(({ member }) => member)).toEqual(turns);
  });
});

describe('who missed twice in a row', () => {
  const past = ['s3', 's2', 's1'].map((id, i) => record.session(id, { startedAt: 30 - i * 10 }));
  const all = [record.member('ana', { joinedAt: 1 }), record.member('ben', { joinedAt: 2 })];
  const came = (member: string, ...sessions: string[]) =>
    sessions.map((session) => record.came(member, 1, session));

  test.each([
    ['came to both', came('ben', 's2', 's3'), []],
    ['missed the last', came('ben', 's2'), []],
    ['missed the one before', came('ben', 's3'), []],
    ['missed both', came('ben', 's1'), ['ben']],
  ])('one who %s', (_, attendance, missed) => {
    expect(missedTwice(all, past, [...came('ana', 's1', 's2', 's3'), ...attendance])).toEqual(
      missed,
    );
  });

  test('is nobody who joined since, nobody who has left, and nobody after one session', () => {
    const attendance = came('ana', 's1', 's2', 's3');
    const late = record.member('ben', { joinedAt: 25 });
    expect(missedTwice([all[0]!, late], past, attendance)).toEqual([]);
    const left = record.member('ben', { joinedAt: 2, leftAt: 12 });
    expect(missedTwice([all[0]!, left], past, attendance)).toEqual([]);
    expect(missedTwice(all, past.slice(0, 1), [])).toEqual([]);
  });

  test('gets a line from one person, who came last and sits next', () => {
    expect(writerFor('ben', ['ana', 'ben', 'chris'], ['ana', 'chris'])).toBe('chris');
    expect(writerFor('chris', ['ana', 'ben', 'chris'], ['ana', 'ben'])).toBe('ana');
    expect(writerFor('ben', ['ana', 'ben'], [])).toBeNull();
  });
});

describe('"I am in"', () => {
  const [ana, ben] = [record.member('ana', { joinedAt: 1 }), record.member('ben', { joinedAt: 2 })];
  const isIn = (member: string, at: number, set = 'set') => ({ member, set, at });

  test('is said again by everyone after somebody has joined', () => {
    const said = [isIn('ana', 5), isIn('ben', 6)];
    expect(notYetIn([ana, ben], said, 'set')).toEqual([]);
    const chris = record.member('chris', { joinedAt: 10 });
    expect(notYetIn([ana, ben, chris], said, 'set')).toEqual(['ana', 'ben', 'chris']);
    const again = [isIn('ana', 11), isIn('ben', 6), isIn('chris', 12)];
    expect(notYetIn([ana, ben, chris], again, 'set')).toEqual(['ben']);
    expect(newcomerAmong([ana, ben, chris], said)).toBe(chris);
  });

  test('binds to the exact norms, and a circle that has agreed on nothing yet has no newcomer', () => {
    expect(notYetIn([ana], [isIn('ana', 5, 'older')], 'set')).toEqual(['ana']);
    expect(newcomerAmong([ana, ben], [])).toBeNull();
    expect(newcomerAmong([ana, ben], [isIn('ben', 3)])).toBeNull();
  });
});

test('a safety sheet is looked at again after half a year, an empty one never', () => {
  const day = 86_400_000;
  const sheet = { emergency: '112', calls: '', contact: '', more: '', checked: null };
  const checked = { at: 10 * day, by: 'ana' };
  expect(isOld(sheet, day)).toBe(true);
  expect(isOld({ ...sheet, checked }, 190 * day)).toBe(false);
  expect(isOld({ ...sheet, checked }, 200 * day)).toBe(true);
  expect(isOld({ ...sheet, emergency: '' }, 900 * day)).toBe(false);
});

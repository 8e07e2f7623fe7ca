import * as parse from '../../../src/document/parse.ts';
import type { Parse } from '../../../src/document/parse.ts';
import * as record from '../records.ts';
import { wrongValue } from './mutations.ts';
import { must, target, type Target } from './target.ts';

const rows: readonly [name: string, parser: Parse<object>, good: object][] = [
  ['member', parse.parseMember, record.member('ana')],
  ['sitting', parse.parseSitting, { member: 'ana', device: 'd1', at: 1 }],
  ['norm', parse.parseNorm, record.norm('n1')],
  ['ballot', parse.parseBallot, record.ballot('n1', 'ana', 'consent')],
  ['ratification', parse.parseRatification, { member: 'ana', set: 's', at: 1 }],
  ['session', parse.parseSession, record.session('s1')],
  ['turn', parse.parseTurn, record.turn('t1')],
  ['attendance', parse.parseAttendance, record.came('ana', 1)],
  ['question', parse.parseQuestion, record.question('ana', 0, 1, { text: 'What holds?' })],
  ['pass', parse.parsePass, record.pass('ana', 0, 1)],
  ['learning', parse.parseLearning, { session: 's1', member: 'ana', text: 'I wait', at: 1 }],
  ['commitment', parse.parseCommitment, record.commitment('c1', { by: '2026-05-01' })],
  ['report-back', parse.parseReportBack, record.report('c1', 's1', 'did')],
  ['next meeting', parse.parseNextMeeting, { at: 1, zone: 'Europe/Berlin', presenter: null }],
];

const LONGEST_TEXT = 20_000;
const LATEST = 8.64e15;

/** Whether every number in it is a time or less, every text is short enough, and nothing is left open. */
function isSound(value: unknown): boolean {
  if (typeof value === 'number') return Math.abs(value) <= LATEST;
  if (typeof value === 'string') return value.length <= LONGEST_TEXT;
  if (typeof value === 'boolean' || value === null) return true;
  if (typeof value !== 'object') return false;
  const isPlain = Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
  return isPlain && Object.values(value).every(isSound);
}

/** Rows of the document: a row is read whole and sound, or not at all. */
export const rowTargets: readonly Target[] = rows.map(([name, parser, good]) => {
  const fields = Object.keys(parser(good) ?? {})
    .sort()
    .join();
  return target<unknown>(`row: ${name}`, [good], wrongValue, (input) => {
    const row = parser(input);
    if (row === null) return;
    must(Object.keys(row).sort().join() === fields, 'a row has other fields');
    must(isSound(row), 'a row holds what no row may hold');
    must(JSON.stringify(parser(row)) === JSON.stringify(row), 'a row reads differently again');
  });
});

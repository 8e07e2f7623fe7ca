import { parseNextMeeting } from '../../../src/document/about.ts';
import { parseAgreeing, parseStar } from '../../../src/document/agreeing.ts';
import { parseChoice, parseChoiceAnswer, parseDecision } from '../../../src/document/choices.ts';
import { parseCommitment, parseReportBack } from '../../../src/document/commitments.ts';
import { parseErasure } from '../../../src/document/erasing.ts';
import { parseContract } from '../../../src/document/contracts.ts';
import { parseFadeDate, parseFadedMark } from '../../../src/document/fade-dates.ts';
import { parseFocus } from '../../../src/document/focuses.ts';
import { parseGoodbye } from '../../../src/document/goodbyes.ts';
import { parseLearning } from '../../../src/document/learnings.ts';
import { parseMember, parseSitting } from '../../../src/document/members.ts';
import { parseMove } from '../../../src/document/moves.ts';
import { parseFixedDate, parseFixing } from '../../../src/document/next-dates.ts';
import { parseBallot, parseNorm, parseRatification } from '../../../src/document/norms.ts';
import type { Parse } from '../../../src/document/parse.ts';
import { parsePulse } from '../../../src/document/pulses.ts';
import { parsePass, parseQuestion } from '../../../src/document/questions.ts';
import { parseRaisedCard } from '../../../src/document/raised-cards.ts';
import { parseAttendance, parseSession } from '../../../src/document/sessions.ts';
import { parseChecked } from '../../../src/document/safety.ts';
import { parseStandIn } from '../../../src/document/stand-ins.ts';
import { parseTurn } from '../../../src/document/turns.ts';
import { parseWarmUpLine, parseWarmUpRow } from '../../../src/document/warm-ups.ts';
import { parseAbsence, parseNotToday, parseSwap } from '../../../src/document/whose-turn.ts';
import * as record from '../records.ts';
import { wrongValue } from './mutations.ts';
import { must, target, type Target } from './target.ts';

const rows: readonly [name: string, parser: Parse<object>, good: object][] = [
  ['member', parseMember, record.member('ana')],
  ['sitting', parseSitting, { member: 'ana', device: 'd1', at: 1 }],
  ['norm', parseNorm, record.norm('n1')],
  ['ballot', parseBallot, record.ballot('n1', 'ana', 'consent')],
  ['ratification', parseRatification, { member: 'ana', set: 's', at: 1 }],
  ['session', parseSession, record.session('s1')],
  ['turn', parseTurn, record.turn('t1')],
  ['stand-in', parseStandIn, { session: 's1', turn: 't1', insteadOf: 'ana', notToday: ['ben'] }],
  ['attendance', parseAttendance, record.came('ana', 1)],
  ['question', parseQuestion, record.question('ana', 0, 1, { text: 'What holds?' })],
  ['pass', parsePass, record.pass('ana', 0, 1)],
  ['learning', parseLearning, { session: 's1', member: 'ana', text: 'I wait', at: 1 }],
  ['commitment', parseCommitment, record.commitment('c1', { by: '2026-05-01' })],
  ['report-back', parseReportBack, record.report('c1', 's1', 'did')],
  [
    'warm-up',
    parseWarmUpRow,
    { session: 's1', step: 'begun', text: 'Is it hard?', by: 'ana', at: 1 },
  ],
  ['line of a warm-up', parseWarmUpLine, { id: 'l1', session: 's1', text: 'What is it like?' }],
  ['step of agreeing', parseAgreeing, { session: 's1', step: 'together', by: 'ana', at: 1 }],
  ['star', parseStar, { member: 'ana', norm: 'n1', at: 1 }],
  ['focus', parseFocus, { session: 's1', norm: 'n1', member: 'ana', at: 1 }],
  ['raised card', parseRaisedCard, { session: 's1', norm: 'n1', at: 1 }],
  ['fade date', parseFadeDate, { session: 's1', on: 2, by: 'ana', at: 1 }],
  ['faded mark', parseFadedMark, { session: 's1', at: 1, by: null }],
  ['choice', parseChoice, record.choice('x1')],
  ['answer to a choice', parseChoiceAnswer, record.says('x1', 'ben', 'yes')],
  ['decision', parseDecision, record.decision('s1')],
  ['erasure', parseErasure, { member: 'ana', device: 'd1', at: 1 }],
  ['goodbye', parseGoodbye, { member: 'ana', session: '', at: 1 }],
  ['pulse', parsePulse, { id: 'p1', session: 's1', item: 'heard', value: 3 }],
  ['absence', parseAbsence, { meeting: 2, member: 'ana', at: 1 }],
  ['not today', parseNotToday, { session: 's1', member: 'ana', what: 'roles', at: 1 }],
  ['swap', parseSwap, record.swap('w1')],
  ['look at the safety sheet', parseChecked, { at: 1, by: 'ana' }],
  ['move', parseMove, { to: 'c2', from: 'c1', at: 1, by: 'ana', removed: ['ben'], round: 1 }],
  [
    'next meeting',
    parseNextMeeting,
    { at: 1, zone: 'Europe/Berlin', presenter: null, host: null, backup: null },
  ],
  [
    'fixed date',
    parseFixedDate,
    {
      id: 'd1',
      by: 'ana',
      fixedAt: 1,
      at: 2,
      zone: 'Europe/Berlin',
      presenter: 'ben',
      host: null,
      backup: null,
    },
  ],
  ['fixing', parseFixing, { row: 'd1', meeting: 'd0', changes: 1 }],
  [
    'contract',
    parseContract,
    { id: 'k1', sessions: 6, since: 1, isClosing: false, by: 'ana', setAt: 2 },
  ],
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

import { agreeingIn, starsIn } from './agreeing.ts';
import { choiceAnswersIn, choicesIn, decisionsIn } from './choices.ts';
import { commitmentsIn, reportBacksIn } from './commitments.ts';
import { contractsIn } from './contracts.ts';
import { fadedMarksIn, fadeDatesIn } from './fade-dates.ts';
import { focusesIn } from './focuses.ts';
import { goodbyesIn } from './goodbyes.ts';
import { learningsIn } from './learnings.ts';
import { membersIn, sittingsIn } from './members.ts';
import { nextDatesIn } from './next-dates.ts';
import { ballotsIn, normsIn, ratificationsIn } from './norms.ts';
import { pulsesIn } from './pulses.ts';
import { passesIn, questionsIn } from './questions.ts';
import { attendanceIn, sessionsIn } from './sessions.ts';
import { standInsIn } from './stand-ins.ts';
import type { Rows, TableOf } from './table.ts';
import { turnsIn } from './turns.ts';
import { absencesIn, notTodayIn, swapsIn } from './whose-turn.ts';

/** Every kind of record that a circle copy holds, by the names that files use. A later version may add some. */
const tables = {
  members: membersIn,
  sittings: sittingsIn,
  norms: normsIn,
  ballots: ballotsIn,
  ratifications: ratificationsIn,
  stars: starsIn,
  agreeing: agreeingIn,
  focuses: focusesIn,
  sessions: sessionsIn,
  turns: turnsIn,
  standIns: standInsIn,
  attendance: attendanceIn,
  questions: questionsIn,
  passes: passesIn,
  learnings: learningsIn,
  commitments: commitmentsIn,
  reportBacks: reportBacksIn,
  contracts: contractsIn,
  nextDates: nextDatesIn,
  fadeDates: fadeDatesIn,
  fadedMarks: fadedMarksIn,
  choices: choicesIn,
  choiceAnswers: choiceAnswersIn,
  decisions: decisionsIn,
  goodbyes: goodbyesIn,
  pulses: pulsesIn,
  absences: absencesIn,
  notToday: notTodayIn,
  swaps: swapsIn,
} satisfies Readonly<Record<string, TableOf<Rows<object>>>>;

export type TableName = keyof typeof tables;

const names = Object.keys(tables).filter((name): name is TableName => name in tables);

/** Those tables of one circle. */
export const tablesOf = (circle: Parameters<TableOf<unknown>>[0]): [TableName, Rows<object>][] =>
  names.map((name) => [name, tables[name](circle)]);

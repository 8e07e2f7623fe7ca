import { goneOf, type Gone } from '../domain/fading.ts';
import type { Turn } from '../domain/session.ts';
import type { CircleDocument } from './circle-document.ts';
import type { Rows } from './table.ts';
import { tablesOf, type TableName } from './tables.ts';

const about = ['name', 'callAddress', 'safetySheet', 'next'];

/** What a copy has and a circle lacks. */
export interface Missing {
  /** `about`: the name, the call and the like. */
  readonly counts: ReadonlyMap<TableName | 'about', number>;
  /** Writes it as this device's own words. */
  readonly writes: readonly (() => void)[];
}

/**
 * Compares a copy with a circle. Only rows that the circle has never had are missing: one that is there stays as it
 * is, one that was taken back stays away, and words of a session that has faded are not brought back.
 */
export function missingFrom(circle: CircleDocument, copy: CircleDocument): Missing {
  const here = tablesOf(circle);
  const there = tablesOf(copy);
  const marks = [...here.fadedMarks.all(), ...there.fadedMarks.all()];
  const gone = goneOf(marks, [...here.turns.all(), ...there.turns.all()]);
  const met = new Set([
    ...here.sessions.all().map(({ id }) => id),
    ...[...here.turns.all(), ...here.learnings.all()].map(({ session }) => session),
  ]);
  const counts = new Map<TableName | 'about', number>();
  const writes: (() => void)[] = [];

  const add = <Row extends object>(
    name: TableName,
    table: Rows<Row>,
    rows: readonly Row[],
  ): void => {
    const missing = lacking(table, rows);
    if (missing.length === 0) return;
    counts.set(name, missing.length);
    writes.push(() => missing.forEach((row) => table.put(row)));
  };
  for (const field of about) {
    const value: unknown = copy.meta.get(field);
    if (circle.meta.has(field) || value === undefined || value === '' || value === null) continue;
    counts.set('about', (counts.get('about') ?? 0) + 1);
    writes.push(() => circle.meta.set(field, value));
  }
  add('members', here.members, there.members.all());
  add('sittings', here.sittings, there.sittings.all());
  add('norms', here.norms, there.norms.all());
  add('ballots', here.ballots, there.ballots.all());
  add('ratifications', here.ratifications, there.ratifications.all());
  add('sessions', here.sessions, there.sessions.all());
  add(
    'turns',
    here.turns,
    there.turns.all().map((turn) => withoutFaded(turn, gone)),
  );
  add('attendance', here.attendance, there.attendance.all());
  add(
    'questions',
    here.questions,
    there.questions.all().filter(({ turn }) => !gone.turns.has(turn)),
  );
  add(
    'passes',
    here.passes,
    there.passes.all().filter(({ turn }) => !gone.turns.has(turn)),
  );
  add(
    'learnings',
    here.learnings,
    there.learnings.all().filter(({ session, kept }) => kept || !gone.sessions.has(session)),
  );
  add('commitments', here.commitments, there.commitments.all());
  add('reportBacks', here.reportBacks, there.reportBacks.all());
  add('fadeDates', here.fadeDates, there.fadeDates.all());
  // A mark deletes, and an import never does: it comes only for a session of which nothing is here.
  add(
    'fadedMarks',
    here.fadedMarks,
    there.fadedMarks.all().filter(({ session }) => !met.has(session)),
  );
  return { counts, writes };
}

/** Rows under keys that a circle has never had. */
const lacking = <Row extends object>(table: Rows<Row>, rows: readonly Row[]): Row[] =>
  rows.filter((row) => !table.hasEverHad(row));

/** Who presented is brought; what it was about has faded. */
const withoutFaded = (turn: Turn, gone: Gone): Turn =>
  gone.sessions.has(turn.session) ? { ...turn, challenge: '', focus: '' } : turn;

import { goneOf, type Gone } from '../domain/fading.ts';
import type { Turn } from '../domain/session.ts';
import { choiceAnswersIn, choicesIn } from './choices.ts';
import type { CircleDocument } from './circle-document.ts';
import { fadedMarksIn } from './fade-dates.ts';
import { learningsIn } from './learnings.ts';
import { passesIn, questionsIn } from './questions.ts';
import { fieldOf } from './safety.ts';
import { sessionsIn } from './sessions.ts';
import { tablesOf, type TableName } from './tables.ts';
import { turnsIn } from './turns.ts';

const about = ['name', 'callAddress', ...Object.values(fieldOf), 'next'];

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
  const counts = new Map<TableName | 'about', number>();
  const writes: (() => void)[] = [];
  for (const field of about) {
    const value: unknown = copy.meta.get(field);
    if (circle.meta.has(field) || value === undefined || value === '' || value === null) continue;
    counts.set('about', (counts.get('about') ?? 0) + 1);
    writes.push(() => circle.meta.set(field, value));
  }
  const there = new Map(tablesOf(copy));
  const unfaded = withoutFaded(circle, copy);
  for (const [name, here] of tablesOf(circle)) {
    const rows = unfaded[name] ?? there.get(name)?.all() ?? [];
    const missing = rows.filter((row) => !here.hasEverHad(row));
    if (missing.length === 0) continue;
    counts.set(name, missing.length);
    writes.push(() => missing.forEach((row) => here.put(row)));
  }
  return { counts, writes };
}

/** Writes what an import found missing, as words of this device. */
export function takeIn(circle: CircleDocument, { writes }: Missing): void {
  circle.write(() => {
    for (const write of writes) write();
  });
}

/** The rows of a copy, in the tables of which something may have faded here or there. */
function withoutFaded(
  here: CircleDocument,
  there: CircleDocument,
): Partial<Record<TableName, readonly object[]>> {
  const marks = [...fadedMarksIn(here).all(), ...fadedMarksIn(there).all()];
  const gone = goneOf(marks, [...turnsIn(here).all(), ...turnsIn(there).all()]);
  const met = new Set([
    ...sessionsIn(here)
      .all()
      .map(({ id }) => id),
    ...[...turnsIn(here).all(), ...learningsIn(here).all()].map(({ session }) => session),
  ]);
  const stays = ({ turn }: { readonly turn: string }): boolean => !gone.turns.has(turn);
  return {
    turns: turnsIn(there)
      .all()
      .map((turn) => withoutWords(turn, gone)),
    questions: questionsIn(there).all().filter(stays),
    passes: passesIn(there).all().filter(stays),
    learnings: learningsIn(there)
      .all()
      .filter(({ session, kept }) => kept || !gone.sessions.has(session)),
    choices: choicesIn(there)
      .all()
      .filter(({ session }) => !gone.sessions.has(session)),
    choiceAnswers: choiceAnswersIn(there)
      .all()
      .filter(({ session }) => !gone.sessions.has(session)),
    // A mark deletes, and an import never does: it comes only for a session of which nothing is here.
    fadedMarks: fadedMarksIn(there)
      .all()
      .filter(({ session }) => !met.has(session)),
  };
}

/** Who presented is brought; what it was about has faded. */
const withoutWords = (turn: Turn, gone: Gone): Turn =>
  gone.sessions.has(turn.session) ? { ...turn, challenge: '', focus: '' } : turn;

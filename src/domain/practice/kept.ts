import type { Known } from './act.ts';
import { dateOf } from './repetition.ts';

/** What a level holds, for the picture and the file. */
export interface LevelItems {
  readonly title: string;
  readonly items: readonly string[];
}

const two = (number: number): string => String(number).padStart(2, '0');

/** A day as it stands in a file: 2026-11-25. */
const written = (day: number | null): string | null => {
  if (day === null) return null;
  const date = dateOf(day);
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
};

/** Everything that the practice room knows of me, for a file that a person can read. */
export function practiceFile({ practised, words }: Known, levels: readonly LevelItems[]): string {
  const titleOf = (item: string): string =>
    levels.find(({ items }) => items.includes(item))?.title ?? '';
  const items = [...new Set([...practised.keys(), ...words.keys()])].sort();
  const exercises = items.map((item) => ({
    exercise: item,
    level: titleOf(item),
    lastDone: written(practised.get(item)?.last ?? null),
    comesBack: written(practised.get(item)?.back ?? null),
    wrote: words.get(item) ?? '',
  }));
  return JSON.stringify({ askwell: 'practice', exercises }, null, 2);
}

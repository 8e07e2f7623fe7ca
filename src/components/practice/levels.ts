import { getCollection } from 'astro:content';
import {
  levels,
  type CaseCard,
  type Level,
  type PracticeLevel,
} from '../../domain/practice/exercise.ts';

/** The practice room in a language, from first to last. */
export async function levelsOf(locale: string): Promise<readonly PracticeLevel[]> {
  const found = await getCollection('practice', ({ id }) => id.startsWith(`${locale}/`));
  return levels.map((level) => {
    const content = found.find(({ data }) => data.level === level);
    if (!content) throw new Error(`content/practice/${locale}/${level}.json is missing`);
    return content.data;
  });
}

export async function cardsOf(locale: string): Promise<readonly CaseCard[]> {
  const found = await getCollection('caseCards', ({ id }) => id.startsWith(`${locale}/`));
  return found.map(({ id, data }) => ({ id: id.slice(locale.length + 1), ...data }));
}

export const levelPage = (level: Level): `/${string}` => `/practice/${level}/`;

/** These need other people, so they are not among the five of a day. */
export const together: readonly Level[] = ['live', 'observe'];

import * as v from 'valibot';

const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
type Category = (typeof categories)[number];
export type Goal = Readonly<Record<Category, number>>;

const read: Goal = { performance: 100, accessibility: 100, 'best-practices': 100, seo: 100 };
const used: Goal = { ...read, performance: 95 };

/** What each page must reach, of 100, on the slow phone that Lighthouse plays. */
export const goals: ReadonlyMap<string, Goal> = new Map([
  ['/', read],
  ['/guides/listening/', read],
  ['/norms/', read],
  ['/norms/new-managers/', read],
  ['/circle/#try', used],
  ['/practice/', used],
  ['/practice/open/', used],
]);

const category = v.object({ score: v.nullable(v.number()) });
const report = v.object({ categories: v.record(v.string(), category) });

export interface Scores {
  readonly scores: Readonly<Record<string, number | null>>;
  /** Categories that stay below the goal, or could not be measured. */
  readonly below: readonly Category[];
}

/** Reads a report of Lighthouse. Throws where it is none. */
export function readScores(said: unknown, goal: Goal): Scores {
  const { categories: found } = v.parse(report, said);
  const scoreOf = (name: Category): number | null => {
    const score = found[name]?.score ?? null;
    return score === null ? null : Math.round(score * 100);
  };
  return {
    scores: Object.fromEntries(categories.map((name) => [name, scoreOf(name)])),
    below: categories.filter((name) => (scoreOf(name) ?? 0) < goal[name]),
  };
}

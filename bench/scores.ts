import type { Report } from '../scripts/bench.ts';

/** What a text is, and what it was taken for. */
export interface Guess {
  readonly label: string;
  readonly guessed: string;
}

function f1Of(label: string, guesses: readonly Guess[]): number {
  const right = guesses.filter((g) => g.label === label && g.guessed === label).length;
  const meant = guesses.filter((g) => g.label === label).length;
  const said = guesses.filter((g) => g.guessed === label).length;
  return right === 0 ? 0 : (2 * right) / (meant + said);
}

/** Accuracy, macro-F1, the F1 of each label, and who was taken for whom. */
export function reportScores(name: string, guesses: readonly Guess[], report: Report): void {
  const labels = [...new Set(guesses.map(({ label }) => label))].sort();
  const scores = labels.map((label) => f1Of(label, guesses));
  const right = guesses.filter(({ label, guessed }) => label === guessed).length;
  report(`${name}.accuracy`, right / guesses.length, 'of 1');
  report(`${name}.macro-f1`, scores.reduce((sum, score) => sum + score, 0) / scores.length, 'of 1');
  labels.forEach((label, i) => report(`${name}.f1.${label}`, scores[i] ?? 0, 'of 1'));
  const confused = new Map<string, number>();
  for (const { label, guessed } of guesses) {
    const pair = `${label}→${guessed}`;
    confused.set(pair, (confused.get(pair) ?? 0) + 1);
  }
  for (const [pair, count] of [...confused].sort()) report(`${name}.${pair}`, count, 'texts');
}

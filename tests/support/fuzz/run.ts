import { Dice } from '../dice.ts';
import type { Target } from './target.ts';

export interface Failure {
  readonly target: string;
  /** `npm run test:fuzz -- --seed …` makes the same again. */
  readonly seed: number;
  readonly input: string;
  readonly error: string;
}

/** Slower than this, one input could hold up a page. */
const SLOW = 1000;

/** Tries `count` wrong inputs, by turns on all targets, and says which of them were not borne. */
export async function fuzz(
  targets: readonly Target[],
  count: number,
  seed: number,
): Promise<Failure[]> {
  const dice = new Dice(seed);
  const failures: Failure[] = [];
  const silenced = console.warn;
  console.warn = () => undefined;
  try {
    for (let at = 0; at < count; at++) {
      const { name, make } = targets[at % targets.length]!;
      const { input, read } = make(dice);
      const begun = performance.now();
      try {
        const waited = read();
        if (waited instanceof Promise) await waited;
        const took = performance.now() - begun;
        if (took > SLOW) throw new Error(`took ${Math.round(took)} ms`);
      } catch (error) {
        failures.push({ target: name, seed, input: shown(input), error: String(error) });
      }
    }
  } finally {
    console.warn = silenced;
  }
  return failures;
}

function shown(input: unknown): string {
  if (input instanceof Uint8Array) return `bytes ${[...input].join(' ')}`.slice(0, 2000);
  return (JSON.stringify(input) ?? String(input)).slice(0, 2000);
}

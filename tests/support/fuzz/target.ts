import type { Dice } from '../dice.ts';

/** One place where something from outside is read. */
export interface Target {
  readonly name: string;
  /** Makes something wrong, and says what to do with it: throws or rejects when the place did not keep its word. */
  readonly make: (dice: Dice) => Attempt;
}

export interface Attempt {
  /** For the report. */
  readonly input: unknown;
  readonly read: () => unknown;
}

/** A place that reads one kind of input, and what must be so of it afterwards. */
export function target<Input>(
  name: string,
  samples: readonly Input[],
  wrong: (dice: Dice, good: Input) => Input,
  read: (input: Input) => unknown,
): Target {
  return {
    name,
    make(dice) {
      const input = wrong(dice, dice.pick(samples));
      return { input, read: () => read(input) };
    },
  };
}

/** The place did not keep its word. */
class Broken extends Error {}

export function must(isSo: boolean, sentence: string): void {
  if (!isSo) throw new Broken(sentence);
}

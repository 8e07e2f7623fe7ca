import {
  fittingFormats,
  type Due,
  type Fitting,
  type FormatOffered,
  type Need,
} from '../domain/fitting-formats.ts';
import type { PlannedPhase } from '../domain/format.ts';
import { planWithin } from '../domain/plan.ts';

export interface ChoiceParts<Offered extends FormatOffered> {
  readonly formats: readonly Offered[];
  /** What a session of this format would hold now. */
  readonly planOf: (format: Offered) => readonly PlannedPhase[];
  /** How many are here, as far as this screen knows. */
  readonly here: () => number;
  readonly due: () => Due;
  /** What a session has already, where it is about another plan. */
  readonly current?: string;
}

/** The choice of a format by need, by number and by time, while somebody makes it. */
export class FormatChoice<Offered extends FormatOffered> {
  readonly #parts: ChoiceParts<Offered>;
  need = $state<Need | 'all'>('usual');
  /** What somebody has said of the number; until then those who are here are counted. */
  told = $state<number | null>(null);
  minutes = $state<number | null>(null);
  picked = $state('');

  constructor(parts: ChoiceParts<Offered>) {
    this.#parts = parts;
  }

  get current(): string | undefined {
    return this.#parts.current;
  }

  readonly due = $derived.by(() => this.#parts.due());
  readonly people = $derived.by(() => this.told ?? Math.max(2, this.#parts.here()));
  /** What a session has already stands first, whatever somebody asks for. */
  readonly fitting = $derived.by(() => {
    const isCurrent = ({ format }: Fitting<Offered>): boolean => format.id === this.current;
    const others = this.#fitting(this.need).filter((each) => !isCurrent(each));
    return [...this.#fitting('all').filter(isCurrent), ...others];
  });

  #fitting(need: Need | 'all'): Fitting<Offered>[] {
    const { due, people, minutes } = this;
    return fittingFormats(this.#parts.formats, { need, due, people, minutes }, this.#parts.planOf);
  }

  readonly #possible = $derived.by(() =>
    this.fitting.filter(({ hindrance }) => hindrance === null).map(({ format }) => format),
  );
  /** What is taken unless somebody picks another. */
  readonly recommended: Offered | null = $derived.by(() => this.#possible[0] ?? null);
  readonly format: Offered | null = $derived.by(
    () => this.#possible.find(({ id }) => id === this.picked) ?? this.recommended,
  );
  readonly plan: readonly PlannedPhase[] = $derived.by(() =>
    this.format ? this.planOf(this.format) : [],
  );

  /** What a session of this format would hold in the time that there is. */
  planOf = (format: Offered): readonly PlannedPhase[] => {
    const plan = this.#parts.planOf(format);
    return this.minutes === null ? plan : (planWithin(plan, this.minutes) ?? plan);
  };
}

import type { FictionalCase } from '../board/rehearsal.svelte.ts';
import type { Format, Phase } from '../domain/format.ts';

/** What one role reads during a phase. */
export interface RoleWords {
  readonly you: string;
  readonly how: string;
}

export interface PhaseWords {
  readonly name: string;
  readonly now: string;
  readonly presenter: RoleWords;
  readonly coach: RoleWords;
  readonly aloud: string;
  readonly ifStuck: string;
}

export interface StarterNorm {
  readonly id: string;
  readonly group: string;
  readonly text: string;
  readonly why: string;
  readonly looksLike: string;
  readonly slipLine: string;
}

/** What a page hands to its island out of `content/`. */
export interface Content {
  readonly formats: readonly Format[];
  readonly phases: Readonly<Record<Phase, PhaseWords>>;
  readonly norms: readonly StarterNorm[];
  /** Closed questions, for a circle that warms up together. */
  readonly warmUps: readonly string[];
  /** The session that somebody alone can try. */
  readonly fiction: FictionalCase;
}

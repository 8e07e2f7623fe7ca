import type { FictionalCase } from '../board/rehearsal.svelte.ts';
import type { FormatOffered } from '../domain/fitting-formats.ts';
import type { Phase } from '../domain/format.ts';

/** What one role reads during a phase. */
export interface RoleWords {
  readonly you: string;
  readonly how: string;
}

/** What everyone reads during a phase, but for what is a role's own. */
interface SharedWords {
  readonly now: string;
  readonly aloud: string;
  readonly ifStuck: string;
}

export interface PhaseWords extends SharedWords {
  readonly name: string;
  readonly presenter: RoleWords;
  readonly coach: RoleWords;
  /** In their place where the session has no presenter. */
  readonly nobody?: (RoleWords & SharedWords) | undefined;
}

export interface StarterNorm {
  readonly id: string;
  readonly group: string;
  readonly text: string;
  readonly why: string;
  readonly looksLike: string;
  readonly slipLine: string;
}

/** A format with its words. */
export interface NamedFormat extends FormatOffered {
  readonly name: string;
  /** One line of what it is like. */
  readonly note: string;
}

/** What a page hands to its island out of `content/`. */
export interface Content {
  readonly formats: readonly NamedFormat[];
  readonly phases: Readonly<Record<Phase, PhaseWords>>;
  readonly norms: readonly StarterNorm[];
  /** Closed questions, for a circle that warms up together. */
  readonly warmUps: readonly string[];
  /** The session that somebody alone can try. */
  readonly fiction: FictionalCase;
}

/** What a text may be heard as, in the order in which one is named when several hold. */
export const labels = [
  'stacked',
  'why-blame',
  'leading',
  'either-or',
  'closed',
  'open',
  'statement',
] as const;
export type Label = (typeof labels)[number];

/** What it is in grammar, whatever it does to the one who is asked. */
export const forms = [
  'open',
  'closed',
  'fact',
  'scale',
  'either-or',
  'declarative',
  'none',
] as const;
export type Form = (typeof forms)[number];

export const findingKinds = [
  'stacked',
  'why-blame',
  'leading',
  'either-or',
  'closed',
  'soft-open',
  'judging',
  'fact',
  'too-long',
  'preamble',
  'too-early',
  'rhetorical',
] as const;
export type FindingKind = (typeof findingKinds)[number];

/** A part of a text, in UTF-16 units: `text.slice(start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One thing that was noticed in a text. */
export interface Finding {
  readonly kind: FindingKind;
  readonly span: Span;
  /** The rule that noticed it, for tests and for mending. */
  readonly rule: string;
  /** 0 to 1: how often this rule is right. It is never shown to anybody. */
  readonly strength: number;
  /** Names the words that explain it: `coach.reason.<code>`. */
  readonly reason: string;
}

/** What the coach makes of a text. It is an opinion, not a mark. */
export interface Verdict {
  readonly label: Label;
  readonly form: Form;
  /** Closed in grammar and open in use: "Could you tell us more?" */
  readonly isSoftOpen: boolean;
  /** When it is not sure, the interface keeps quiet. */
  readonly isSure: boolean;
  /** The question itself, without what leads up to it. */
  readonly question: Span;
  readonly findings: readonly Finding[];
}

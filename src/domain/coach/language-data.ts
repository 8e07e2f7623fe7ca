/** Patterns by the name of their rule. `<name>` in a pattern stands for a list, `^` for where the question begins. */
export type Patterns = Readonly<Record<string, string>>;

export interface RuleGroup {
  /** Names the words that explain it: `coach.reason.<reason>`. */
  readonly reason: string;
  /** 0 to 1: how often these rules are right. */
  readonly strength: number;
  /** They only count where no alternatives are named. */
  readonly unlessAlternatives: boolean;
  /** They only count where a sentence stands for a question. */
  readonly onlyDeclarative: boolean;
  readonly patterns: Patterns;
  /** Where one of these matches, none of the group counts. */
  readonly except: Patterns;
}

/** How a sentence asks, as lists of patterns. */
export const grammarParts = [
  /** What may stand before a question and is no part of it: "so, can I ask you". */
  'leadIns',
  /** How a clause begins that only leads up to a question: "when you". */
  'subordinate',
  /** Begins an open question, */
  'wh',
  /** one that nobody takes for a statement, even without a question mark, */
  'whInverted',
  /** what only looks like one: "what you need is", */
  'whNot',
  /** and a guess: "What, white wine?" */
  'whEcho',
  /** Begins a question for a yes or no, with or without a question mark. */
  'yesNo',
  'yesNoMarked',
  'yesNoInside',
  /** Only looks like one: "Should anything change, let us know." */
  'yesNoNot',
  /** Asks without being a question: "Tell me about". */
  'invitation',
  /** "I wonder what", and "I wonder whether". */
  'wonder',
  'wonderWhether',
  /** Closed in grammar, open in use. */
  'softOpen',
  'softOpenNot',
  'fact',
  'factNot',
  'scale',
  /** Nothing but ", isn't it". */
  'bareTag',
  'tag',
  /** Breaks off before it asks: "Do you, what would you". */
  'falseStart',
  /** The question word stands at the end: "You did what?" */
  'inPlace',
  /** A question word without a question in front of it here: "I know what …" */
  'embeddedAfter',
  /** One that is a question wherever it stands: "… what do you think?" */
  'whDirect',
  /** Only says back what was heard. */
  'mirror',
  'alternatives',
  'alternativesNot',
  /** A choice in an open form: "Which is worse, this or that?" */
  'choice',
  'choiceBefore',
  /** A second question in the same sentence. */
  'second',
  'secondNot',
  'completes',
  /** No question, in spite of its mark: "Really?" */
  'noQuestion',
  /** Asks whether it is all right: always right to ask. */
  'consent',
  /** What no learnt model has a say in: consent, "why a six and not a four". */
  'unjudged',
  /** So short that it can mean anything: "So what?" */
  'ambiguous',
] as const;
export type GrammarPart = (typeof grammarParts)[number];

export const ruleKinds = ['why-blame', 'leading', 'judging', 'too-early', 'rhetorical'] as const;
export type RuleKind = (typeof ruleKinds)[number];

/** What was learnt from examples. */
export interface ModelData {
  /** In tenths. */
  readonly bias: number;
  /** Features, separated by `|`, by their weight in tenths. */
  readonly weights: Readonly<Record<string, string>>;
}

/** Kinds that are learnt as well as ruled: they come in more shapes than one thinks of. */
export type LearntKind = 'why-blame' | 'leading';

/** What the coach knows of one language. It is data: `content/coach/<locale>`. */
export interface LanguageData {
  /** Words and alternatives of words, separated by `|`, for `<name>` in patterns. */
  readonly lists: Readonly<Record<string, string>>;
  /** What a word stands for: `gonna` for `going to`. */
  readonly spelledOut: Readonly<Record<string, string>>;
  /** What an ending stands for, after the name of the list that it follows: `n't` for `aux not`. */
  readonly endings: Readonly<Record<string, string>>;
  /** Function words that are recognised with one typing error, */
  readonly forgiven: string;
  /** and words that are none of them, however close. */
  readonly notForgiven: string;
  /** Function words that other languages have too: they do not show which one it is. */
  readonly sharedWords: string;
  /** By `GrammarPart`; a part that a language does not have is empty. */
  readonly grammar: Readonly<Record<string, readonly string[]>>;
  readonly rules: Readonly<Record<RuleKind, readonly RuleGroup[]>>;
  readonly models: Readonly<Record<LearntKind, ModelData | null>>;
}

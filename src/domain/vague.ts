import type { Norm } from './norm.ts';

/** What makes a norm hard to see. */
export type Vagueness =
  /** A value by itself: "Respect." */
  | 'abstract'
  /** Nobody does anything in it. */
  | 'no-verb'
  /** "Always", "never", "properly": a promise that nobody keeps, or a word that nobody can check. */
  | 'absolute'
  /** More than one breath. */
  | 'too-long'
  /** It says only what not to do. */
  | 'negative'
  /** It speaks to members instead of as "we". */
  | 'addressed';

/** What must be known of a language to see it: patterns of whole words. */
export interface NormWords {
  readonly abstract: RegExp;
  /** Words that make an abstract one no clearer. */
  readonly small: RegExp;
  readonly absolute: RegExp;
  readonly negative: RegExp;
  readonly addressed: RegExp;
  readonly we: RegExp;
  readonly verbs: RegExp;
  readonly promise: RegExp;
  readonly loosens: RegExp;
  readonly negation: RegExp;
}

const MOST_WORDS = 18;
/** Longer than any norm that is read; the rest cannot make it clearer. */
const MOST_READ = 400;

/** Why a camera could not see whether a norm is kept; nothing where it could, or where we are not sure. */
export function vagueness(text: string, language: NormWords): Vagueness[] {
  const read = text.slice(0, MOST_READ).toLowerCase();
  const words = read.match(/[\p{L}\p{N}’']+/gu) ?? [];
  const meets = (pattern: RegExp): boolean => pattern.test(read);
  const clear = words.filter(
    (word) => !isWhole(language.abstract, word) && !isWhole(language.small, word),
  );
  const found: [Vagueness, boolean][] = [
    ['addressed', meets(language.addressed)],
    ['abstract', meets(language.abstract) && clear.length <= 1],
    ['no-verb', !meets(language.we) && !meets(language.verbs)],
    ['negative', language.negative.exec(read)?.index === 0],
    ['absolute', meets(language.absolute)],
    ['too-long', words.length > MOST_WORDS],
  ];
  return words.length === 0 ? [] : found.flatMap(([kind, isSo]) => (isSo ? kind : []));
}

const isWhole = (pattern: RegExp, word: string): boolean => pattern.exec(word)?.[0] === word;

/**
 * What is never settled by those who happen to be here: loosening a promise of confidentiality, recording, and sharing
 * outside. Then everyone who has a seat is asked.
 */
export function needsEveryone(
  proposal: Norm,
  norms: readonly Norm[],
  { promise, loosens, negation }: NormWords,
): boolean {
  const before = norms.find(({ id }) => id === proposal.amends);
  const wasKept = before?.status === 'adopted' || before?.status === 'trial';
  if (wasKept && (before.template?.startsWith('co') === true || promise.test(before.text)))
    return true;
  // The library's own norms allow none of this.
  return proposal.template === null && loosens.test(proposal.text) && !negation.test(proposal.text);
}

const names = [
  'abstract',
  'small',
  'absolute',
  'negative',
  'addressed',
  'we',
  'verbs',
  'promise',
  'loosens',
  'negation',
] as const;

/** The patterns of one language out of its file; `null` where one is missing or is no pattern. */
export function parseNormWords(file: unknown): NormWords | null {
  const entries = new Map(Object.entries(Object(file)));
  const patterns = names.map((name) => patternOf(entries.get(name)));
  const [abstract, small, absolute, negative, addressed, we, verbs, promise, loosens, negation] =
    patterns;
  return abstract &&
    small &&
    absolute &&
    negative &&
    addressed &&
    we &&
    verbs &&
    promise &&
    loosens &&
    negation
    ? { abstract, small, absolute, negative, addressed, we, verbs, promise, loosens, negation }
    : null;
}

function patternOf(source: unknown): RegExp | null {
  if (typeof source !== 'string') return null;
  try {
    return new RegExp(`(?<![\\p{L}’'])(?:${source})(?![\\p{L}])`, 'iu');
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

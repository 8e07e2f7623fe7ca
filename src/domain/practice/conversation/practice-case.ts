/** What a question can be about, besides the words of a case. */
export const subjects = ['people', 'feelings', 'wishes', 'next', 'past', 'meaning'] as const;
export type Subject = (typeof subjects)[number];

/** How open a presenter is, from the first word on. */
export const openness = ['guarded', 'careful', 'warm', 'open'] as const;
export type Openness = (typeof openness)[number];

/** One thing that a presenter can speak of. */
export interface Thread {
  readonly name: string;
  /** How words begin that lead to it. */
  readonly words: readonly string[];
  readonly about: readonly Subject[];
  /** On the surface, what it is about, and what was not said before. */
  readonly layers: readonly string[];
}

/** A made-up presenter, with all that they can say. */
export interface PracticeCase {
  readonly presenter: string;
  /** What they say at first, by paragraph. */
  readonly opening: readonly string[];
  readonly threads: readonly Thread[];
  readonly replies: {
    readonly closed: { readonly guarded: readonly string[]; readonly open: readonly string[] };
    readonly fact: readonly string[];
    readonly 'why-blame': readonly string[];
    readonly advice: readonly string[];
    readonly judging: readonly string[];
    readonly reflection: readonly string[];
    /** To "Will you?", once they have said what they could do. */
    readonly promise: readonly string[];
    readonly done: readonly string[];
  };
}

/** What every presenter says alike. */
export const commonLines = [
  'either-or',
  'scale',
  'stacked',
  'long',
  'greeting',
  'thanks',
  'unclear',
  'other-language',
  'off-topic',
  'made-up',
  'repeat',
  'unsure',
  'consent',
  'statement',
  'told',
  'holding',
  'silence',
] as const;
export type CommonLine = (typeof commonLines)[number];

export const mannerPatterns = [
  'greeting',
  'thanks',
  'deeper',
  'echo',
  'advice',
  'consent',
  'promise',
  'absence',
  'elsewhere',
  'madeUp',
  'feels',
] as const;

/** How all presenters of a language hear. */
export interface Hearing {
  /** Words by what they are about, separated by spaces. */
  readonly words: Readonly<Record<Subject | 'plain', string>>;
  readonly patterns: Readonly<Record<(typeof mannerPatterns)[number], string>>;
}

/** What all presenters of a language have in common. */
export interface Manners extends Hearing {
  readonly lines: Readonly<Record<CommonLine, readonly string[]>>;
}

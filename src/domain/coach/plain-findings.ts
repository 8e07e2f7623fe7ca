import type { Phase } from '../format.ts';
import type { Clause } from './clause.ts';
import { some, type Grammar } from './patterns.ts';
import { spanIn, type Sentence, type Token } from './reading.ts';
import type { Finding, FindingKind, Form } from './verdict.ts';

/** More words than this are hard to hold in mind while somebody waits for an answer. */
const manyWords = 25;
/** So many before the question are a story of its own. */
const longLead = 12;

/** When a yes or no, a fact or a number is just what is needed. */
const closedIsRight: readonly Phase[] = [
  'arrive',
  'norms',
  'report-back',
  'contract',
  'clarify',
  'commit',
  'close',
];

/** Typed words, however many a contraction is spelled out to. */
const countWords = (tokens: readonly Token[]): number =>
  new Set(tokens.filter(({ norm }) => /[\p{L}\p{N}]/u.test(norm)).map(({ start }) => start)).size;

function wordsBefore({ sentence, at }: Clause, sentences: readonly Sentence[]): number {
  const earlier = sentences.slice(0, sentences.indexOf(sentence)).flatMap(({ tokens }) => tokens);
  const inSentence = sentence.tokens.filter((_, i) => (sentence.places[i] ?? 0) < at);
  return countWords([...earlier, ...inSentence]);
}

/** What follows from the form of a question, and from how much is said around it. */
export function plainFindings(
  main: Clause,
  form: Form,
  sentences: readonly Sentence[],
  grammar: Grammar,
  phase: Phase,
): Finding[] {
  const span = spanIn(main.sentence, main.at, main.at + main.line.length);
  const finding = (kind: FindingKind, strength: number): Finding[] => [
    { kind, span, rule: `${kind}/form`, strength, reason: kind },
  ];
  const isWanted = closedIsRight.includes(phase) || some(grammar('consent'), main.line);
  const isClosed = form === 'closed' || form === 'scale';
  const length = countWords(sentences.flatMap(({ tokens }) => tokens));
  return [
    ...(main.isSoftOpen ? finding('soft-open', 0.9) : []),
    ...(form === 'either-or' ? finding('either-or', 0.85) : []),
    ...(form === 'fact' && !isWanted ? finding('fact', 0.7) : []),
    ...(isClosed && !isWanted ? finding('closed', 0.8) : []),
    ...(wordsBefore(main, sentences) >= longLead ? finding('preamble', 0.7) : []),
    ...(length > manyWords ? finding('too-long', 0.7) : []),
  ];
}

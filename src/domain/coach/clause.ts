import { firstMatch, some, type Grammar } from './patterns.ts';
import type { Sentence } from './reading.ts';
import type { Form } from './verdict.ts';

export type Head = 'wh' | 'yes-no' | 'invitation' | 'wonder' | 'whether' | 'declarative';

/** The part of a sentence that asks. */
export interface Clause {
  readonly sentence: Sentence;
  /** Where in the sentence's line it begins. */
  readonly at: number;
  /** From there to the end, without an aside. */
  readonly line: string;
  readonly head: Head;
  readonly form: Form;
  readonly isSoftOpen: boolean;
  readonly hasAlternatives: boolean;
}

/** Where a line begins once "so, well, can I ask you:" is gone. */
function afterLeadIns(line: string, from: number, grammar: Grammar): number {
  let at = from;
  for (let i = 0; i < 6; i += 1) {
    const match = firstMatch(grammar('leadIns'), line.slice(at));
    if (match === null) break;
    const rest = line.slice(at + match[0].length);
    if (rest.trim() === '') break;
    at = line.length - rest.trimStart().length;
  }
  return at;
}

/** "What, if anything, would you keep?" */
const aside = /^([a-z]+) , [^,]{1,60} , /;

/** Places where a clause may begin: at the start, and after every pause. */
function starts(line: string, grammar: Grammar): number[] {
  const pauses = [...line.matchAll(/ [,:-] /g)].map(({ index }) => index + 3);
  return [0, ...pauses].map((from) => afterLeadIns(line, from, grammar));
}

/** How a question begins here, if one does. Without its mark it has to be plain. */
function headAt(line: string, isMarked: boolean, isFirst: boolean, grammar: Grammar): Head | null {
  if (some(grammar('wonder'), line)) return 'wonder';
  if (some(grammar('wonderWhether'), line)) return 'whether';
  if (some(grammar('invitation'), line)) return 'invitation';
  if (some(grammar('bareTag'), line) || some(grammar('whEcho'), line)) return null;
  if (some(grammar('wh'), line)) {
    const isFreeRelative = some(grammar('whNot'), line);
    if (isMarked && (isFirst || !isFreeRelative)) return 'wh';
    return !isFreeRelative && some(grammar('whInverted'), line) ? 'wh' : null;
  }
  if (!isMarked && some(grammar('yesNoNot'), line)) return null;
  if (some(grammar('yesNo'), line)) return 'yes-no';
  return isMarked && isFirst && some(grammar('yesNoMarked'), line) ? 'yes-no' : null;
}

const isFact = (line: string, grammar: Grammar): boolean =>
  some(grammar('fact'), line) && !some(grammar('factNot'), line);

function formOf(clause: Omit<Clause, 'form'>, grammar: Grammar): Form {
  const { head, line, sentence, hasAlternatives, isSoftOpen } = clause;
  if (isSoftOpen || head === 'invitation') return 'open';
  if (head === 'wonder') {
    const asked = / (?:what|how|when|where|who|which|why) /.exec(line);
    return asked !== null && isFact(line.slice(asked.index + 1), grammar) ? 'fact' : 'open';
  }
  const isScale =
    head !== 'declarative' &&
    (some(grammar('scale'), sentence.line) || some(grammar('scale'), line));
  if (head === 'wh' && isScale) return 'scale';
  if (hasAlternatives) return 'either-or';
  if (head === 'wh') return isFact(line, grammar) ? 'fact' : 'open';
  if (head === 'declarative' && some(grammar('inPlace'), line))
    return isFact(line, grammar) ? 'fact' : 'open';
  if (head === 'declarative') return 'declarative';
  return isScale ? 'scale' : 'closed';
}

/** Whether two answers are on offer: "this or that", but not "or not". */
function namesAlternatives(head: Head, whole: string, at: number, grammar: Grammar): boolean {
  if (head === 'invitation' || head === 'wonder') return false;
  if (!some(grammar('alternatives'), whole) || some(grammar('alternativesNot'), whole))
    return false;
  if (head !== 'wh') return true;
  return (
    some(grammar('choice'), whole.slice(at)) || some(grammar('choiceBefore'), whole.slice(0, at))
  );
}

/** The main clause of a sentence: the one that asks, the whole as a declarative, or `null` for a statement. */
export function mainClause(sentence: Sentence, grammar: Grammar): Clause | null {
  const { line } = sentence;
  const isMarked = sentence.mark === '?';
  const places = starts(line, grammar);

  const clauseAt = (at: number, head: Head): Clause => {
    const rest = line.slice(at).replace(aside, '$1 ');
    const hasAlternatives = namesAlternatives(head, line, at, grammar);
    const isSoftOpen = some(grammar('softOpen'), rest) && !some(grammar('softOpenNot'), rest);
    const clause = { sentence, at, line: rest, head, isSoftOpen, hasAlternatives };
    return { ...clause, form: formOf(clause, grammar) };
  };

  const heads = places.map((at, i) => headAt(line.slice(at), isMarked, i === 0, grammar));
  const lastHead = heads.findLastIndex((head) => head !== null);
  for (const [i, at] of places.entries()) {
    const rest = line.slice(at);
    const head = heads[i] ?? null;
    if (head === null) continue;
    const asksLater = lastHead > i;
    if (asksLater && some(grammar('falseStart'), rest)) continue;
    // "When you say that, what is it like?" begins like a question and only leads up to one.
    if (some(grammar('subordinate'), rest)) {
      if (asksLater) continue;
      const isQuestion = some(grammar('whInverted'), rest);
      const inside = isMarked && !isQuestion ? firstMatch(grammar('yesNoInside'), rest) : null;
      if (inside !== null) return clauseAt(at + inside.index + 1, 'yes-no');
      // "Where you from?"
      const isShort = isMarked && head === 'wh' && rest.split(' ', 6).length < 6;
      if (!isQuestion && !isShort) continue;
    }
    return clauseAt(at, head);
  }
  const from = places[0] ?? 0;
  if (!isMarked) return some(grammar('tag'), line) ? clauseAt(from, 'declarative') : null;

  // No pause before the question: "If you could choose what would you do?"
  for (const { index } of line.matchAll(/ (?=(?:what|how|why|where|who|which) )/g)) {
    const rest = line.slice(index + 1);
    const isDirect = some(grammar('whDirect'), rest);
    const isEmbedded = !isDirect && some(grammar('embeddedAfter'), line.slice(0, index));
    if (!isEmbedded && some(grammar('whInverted'), line.slice(index + 1)))
      return clauseAt(index + 1, 'wh');
  }
  return clauseAt(from, 'declarative');
}

import type { Clause } from './clause.ts';
import { firstMatch, some, type Grammar } from './patterns.ts';
import { spanIn } from './reading.ts';
import type { Finding } from './verdict.ts';

/** "How and why did it start?" asks once. */
const isPaired = /(?:^| )(?:what|how|why|who|where|when|which)$/;

/** A second question inside the same sentence. */
function secondIn({ sentence, at, line }: Clause, grammar: Grammar): Finding | null {
  const skip = line.indexOf(' ', 4);
  if (skip < 0) return null;
  const match = firstMatch(grammar('second'), line.slice(skip));
  if (match === null || some(grammar('secondNot'), line.slice(skip + match.index))) return null;
  if (isPaired.test(line.slice(0, skip + match.index))) return null;
  const span = spanIn(sentence, at + skip + match.index, at + line.length);
  return {
    kind: 'stacked',
    span,
    rule: 'stacked/same-sentence',
    strength: 0.85,
    reason: 'stacked',
  };
}

/** A question that follows another one, unless it only completes it: "Or the title?" */
function secondOf(clauses: readonly Clause[], grammar: Grammar): Finding | null {
  const next = clauses
    .slice(1)
    .find(
      ({ sentence, head }) => head !== 'declarative' || !some(grammar('completes'), sentence.line),
    );
  if (next === undefined) return null;
  const span = spanIn(next.sentence, 0, next.sentence.line.length);
  return { kind: 'stacked', span, rule: 'stacked/sentences', strength: 0.9, reason: 'stacked' };
}

/** The second of several questions that are asked at once. */
export function stackedIn(clauses: readonly Clause[], grammar: Grammar): Finding | null {
  for (const clause of clauses) {
    const second = secondIn(clause, grammar);
    if (second !== null) return second;
  }
  return secondOf(clauses, grammar);
}

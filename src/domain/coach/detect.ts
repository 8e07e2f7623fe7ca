import type { Phase } from '../format.ts';
import type { Clause } from './clause.ts';
import type { RuleKind } from './language-data.ts';
import type { Language } from './language.ts';
import { some } from './patterns.ts';
import { spanIn } from './reading.ts';
import type { Finding } from './verdict.ts';

const kinds: readonly RuleKind[] = ['why-blame', 'leading', 'judging', 'too-early', 'rhetorical'];

/** Before the circle has understood, a question about solutions comes too early. */
const beforeSolutions: readonly Phase[] = ['present', 'clarify'];

/** The first thing of one kind that the rules notice. */
function detectOne(kind: RuleKind, clause: Clause, { rules }: Language): Finding | null {
  if (clause.isSoftOpen && kind !== 'judging') return null;
  for (const group of rules(kind)) {
    if (group.unlessAlternatives && clause.hasAlternatives) continue;
    if (group.onlyDeclarative && clause.head !== 'declarative') continue;
    if (some(group.except, clause.line)) continue;
    for (const { id, pattern } of group.rules) {
      const match = pattern.exec(clause.line);
      if (match === null) continue;
      const from = clause.at + match.index;
      const span = spanIn(clause.sentence, from, from + match[0].length);
      const { reason, strength } = group;
      return { kind, span, rule: `${kind}/${id}`, strength, reason };
    }
  }
  return null;
}

/** What the rules notice in one question, each kind for itself. */
export const detect = (clause: Clause, language: Language, phase: Phase): Finding[] =>
  kinds
    .filter((kind) => kind !== 'too-early' || beforeSolutions.includes(phase))
    .map((kind) => detectOne(kind, clause, language))
    .filter((finding) => finding !== null);

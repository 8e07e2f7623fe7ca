import type { Phase } from '../format.ts';
import type { Clause } from './clause.ts';
import { ruleKinds, type LearntKind, type RuleKind } from './language-data.ts';
import type { Language } from './language.ts';
import { featuresOf, judge } from './model.ts';
import { some } from './patterns.ts';
import { spanIn } from './reading.ts';
import type { Finding } from './verdict.ts';

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

/** Longer questions are too far from the examples that were learnt from. */
const longestJudged = 16;
const longestSentence = 22;
/** How sure a model has to be: surer where the form already says what the question is. */
const sureEnough = 0.68;
const sureOfFacts = 0.85;
const sureOfChoices = 0.93;

const learnt: readonly LearntKind[] = ['why-blame', 'leading'];

/** What a question sounds like beside the examples, where no rule has anything to say. */
function detectLearnt(clause: Clause, { grammar, models }: Language): Finding | null {
  const { head, form, line, sentence, at, isSoftOpen, hasAlternatives } = clause;
  if (isSoftOpen || (head !== 'wh' && head !== 'yes-no')) return null;
  if (sentence.tokens.length > longestSentence) return null;
  if (line.split(' ', longestJudged + 1).length > longestJudged) return null;
  if (some(grammar('unjudged'), line)) return null;
  const features = featuresOf(clause);
  const isFact = form === 'fact' || form === 'scale';
  const least = hasAlternatives ? sureOfChoices : isFact ? sureOfFacts : sureEnough;
  const judged = learnt.flatMap((kind) => {
    const model = models[kind];
    return model === null ? [] : [{ kind, ...judge(model, features) }];
  });
  const best = judged.sort((a, b) => b.probability - a.probability)[0];
  if (best === undefined || best.probability < least) return null;
  const { kind, probability, because } = best;
  const span = spanIn(sentence, at + (because?.from ?? 0), at + (because?.to ?? line.length));
  const reason = kind === 'leading' ? 'leading.sounds' : 'blame.sounds';
  return { kind, span, rule: `${kind}/learnt`, strength: probability, reason };
}

/** What is noticed in one question: by the rules, each kind for itself, and else by what was learnt. */
export function detect(clause: Clause, language: Language, phase: Phase): Finding[] {
  const ruled = ruleKinds
    .filter((kind) => kind !== 'too-early' || beforeSolutions.includes(phase))
    .map((kind) => detectOne(kind, clause, language))
    .filter((finding) => finding !== null);
  if (ruled.some(({ kind }) => kind === 'why-blame' || kind === 'leading')) return ruled;
  const heard = detectLearnt(clause, language);
  return heard === null ? ruled : [...ruled, heard];
}

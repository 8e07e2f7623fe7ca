import { z } from 'astro/zod';
import { grammarParts, ruleKinds } from '../domain/coach/language-data.ts';
import { findingKinds } from '../domain/coach/verdict.ts';
import { each, pattern } from './text.ts';

const patterns = z.record(z.string(), pattern);
const texts = z.record(z.string(), z.string());

/** Words of a language, for the patterns of its coach; `|` separates them. */
export const coachWords = z.strictObject({
  lists: texts,
  spelledOut: texts,
  endings: texts,
  forgiven: z.string(),
  notForgiven: z.string(),
  sharedWords: z.string(),
});

/** How its sentences ask. A part that a language does not have is empty. */
export const coachGrammar = each(grammarParts, z.array(pattern));

/** What may be heard as something else. */
export const coachRules = each(
  ruleKinds,
  z.array(
    z.strictObject({
      reason: z.string(),
      strength: z.number().min(0).max(1),
      patterns,
      except: patterns.optional(),
      unlessAlternatives: z.boolean().optional(),
      onlyDeclarative: z.boolean().optional(),
    }),
  ),
);

/** What was learnt from examples. */
export const coachModel = each(
  ['leading', 'why-blame'],
  z.strictObject({ bias: z.number(), weights: texts }),
);

const rewrite = z.strictObject({ from: pattern, to: z.string() });

/** Sample rewrites, and patterns with a gap for where none fits. */
export const coachRewrites = z.strictObject({
  own: z.partialRecord(z.enum(findingKinds), z.array(rewrite)),
  gap: z.partialRecord(z.enum(findingKinds), z.string()),
  /** For parked advice: a question about the need that an idea would meet, and one for all other ideas. */
  needs: z.array(rewrite),
  need: z.string().endsWith('?'),
});

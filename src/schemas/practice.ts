import { z } from 'astro/zod';
import {
  aims,
  sorts,
  stretches,
  type CaseCard,
  type Level,
  type PracticeLevel,
} from '../domain/practice/exercise.ts';
import { line } from './text.ts';

const question = line.endsWith('?');
const sample = z.strictObject({ text: line, aim: z.enum(aims) });
const choice = z.strictObject({ text: line, isRight: z.boolean(), why: line });
const scene = { who: line, said: line };
const written = { ...scene, samples: z.array(sample).min(2).max(3), notice: line };
const done = { title: line, steps: z.array(line).min(2), notice: z.array(line).min(2) };

/** One level of the practice room: nothing is missing from an item, and nothing is too much. */
const exercises = <One extends Level, Fields extends z.ZodRawShape>(level: One, fields: Fields) =>
  z.strictObject({
    level: z.literal(level),
    title: line,
    lead: line,
    how: line,
    items: z
      .array(z.strictObject({ id: z.string().regex(RegExp(`^${level}-\\d\\d$`)), ...fields }))
      .min(1),
  });

export const practiceLevel: z.ZodType<PracticeLevel> = z.discriminatedUnion('level', [
  exercises('sort', { ...scene, question: line, sort: z.enum(sorts), why: line }),
  exercises('open', { ...written, question }),
  exercises('back', {
    ...scene,
    question,
    samples: z.array(question).min(2).max(3),
    moments: z.array(choice).length(3),
    notice: line,
  }),
  exercises('strip', {
    ...written,
    question: line,
    trap: z.enum(['too-long', 'stacked']),
    mostWords: z.number().int().positive(),
  }),
  exercises('unadvise', { ...written, advice: line, need: line }),
  exercises('reflect', {
    ...scene,
    words: z.array(line).min(2),
    samples: z.array(line).min(2).max(3),
    then: question,
    notice: line,
  }),
  exercises('verdict', { ...written, question, verdict: line, why: line }),
  exercises('sequence', {
    ...scene,
    questions: z.array(z.strictObject({ text: question, stretch: z.enum(stretches) })).length(6),
    why: line,
    others: z.array(z.strictObject({ order: z.array(z.number().int()).length(6), why: line })),
  }),
  exercises('silence', { ...scene, question, seconds: z.number().int().positive(), ...done }),
  exercises('live', { card: line, ...done }),
  exercises('observe', { share: line, ...done }),
]);

/** Case cards of the practice room. */
export const caseCard: z.ZodType<Omit<CaseCard, 'id'>> = z.strictObject({
  title: line,
  field: line,
  who: line,
  lines: z.array(line).length(4),
  behind: line,
});

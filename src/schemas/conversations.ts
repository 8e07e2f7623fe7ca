import { z } from 'astro/zod';
import {
  commonLines,
  mannerPatterns,
  subjects,
  type Manners,
  type PracticeCase,
} from '../domain/practice/conversation/practice-case.ts';
import { each, line, pattern } from './text.ts';

const lines = (least: number) => z.array(line).min(least);

/** The made-up presenters of practice conversations. */
export const conversation = z.strictObject({
  order: z.number().int(),
  title: line,
  field: line,
  presenter: line,
  /** Name and work, as in "Nkechi, a nurse on a night ward". */
  who: line,
  lead: line,
  opening: lines(2),
  threads: z
    .array(
      z.strictObject({
        name: line,
        words: lines(2),
        about: z.array(z.enum(subjects)).min(1),
        layers: lines(3).max(3),
      }),
    )
    .min(4)
    .max(6)
    .refine((threads) => threads.some(({ about }) => about.includes('next')), 'has no next step'),
  replies: z.strictObject({
    closed: z.strictObject({ guarded: lines(3), open: lines(3) }),
    fact: lines(3),
    'why-blame': lines(3),
    advice: lines(3),
    judging: lines(3),
    reflection: lines(3),
    promise: lines(2),
    done: lines(2),
  }) satisfies z.ZodType<PracticeCase['replies']>,
  /** What such a conversation can be like, for a page without its script. */
  example: z.array(z.strictObject({ asked: line, answer: line })).length(3),
});

/** What all of them have in common. */
export const manners = z.strictObject({
  words: each([...subjects, 'plain'], line),
  patterns: each(mannerPatterns, pattern),
  lines: each(commonLines, lines(2)),
}) satisfies z.ZodType<Manners>;

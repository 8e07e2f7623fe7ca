import { z } from 'astro/zod';
import { guideGroups } from '../domain/guide.ts';
import { line } from './text.ts';

/** The question bank: one file for each thing that questions are for. */
export const purpose = z.object({
  order: z.number().int(),
  /** When in a session they fit. */
  phase: z.enum(['clarify', 'explore', 'learn', 'commit', 'any']),
  title: z.string(),
  /** When to reach for them, in one or two sentences. */
  lead: z.string(),
  questions: z.array(z.string().max(90)).min(8),
});

export const guide = z.object({
  title: z.string(),
  /** For search engines and the list of guides: one sentence. */
  description: z.string(),
  /** What you will be able to do, one sentence in the serif below the title. */
  lead: z.string(),
  /** What it helps with, as the list of guides groups them. */
  group: z.enum(guideGroups),
  order: z.number().int(),
  minutes: z.number().int().max(5),
  /** "Do this next": one to three links, the first is the one. */
  next: z
    .array(z.object({ label: z.string(), note: z.string(), href: z.string() }))
    .min(1)
    .max(3),
});

/** Ways into the site, by what somebody needs right now. */
export const need = z.strictObject({
  order: z.number().int(),
  /** In the words of the person: “I present tomorrow”. */
  need: line,
  /** One or two sentences that help already. */
  answer: line,
  links: z
    .array(z.strictObject({ label: line, href: z.templateLiteral(['/', z.string()]) }))
    .min(1)
    .max(3),
});

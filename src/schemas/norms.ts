import { z } from 'astro/zod';

/** What every norm says, whoever wrote it. */
const normWords = z.object({
  text: z.string().startsWith('We '),
  why: z.string(),
  looksLike: z.string(),
  /** What to say when it slips, best by whoever slipped. */
  slipLine: z.string(),
});

export const norm = normWords.extend({
  group: z.string(),
  /** Offered inside a session; the others are on the site only. */
  starter: z.boolean().default(false),
  /** Only on a call, or only in one room. */
  setting: z.enum(['any', 'remote', 'room']).default('any'),
  /** How many people it needs at least. */
  from: z.number().int().min(2).max(6).default(2),
  /** Never loosened by a vote: everyone it concerns says yes. */
  protected: z.boolean().default(false),
});

/** What must be known of a language to see whether a norm is vague: patterns of whole words. */
export const normPatterns = z.record(z.string(), z.string());

/** Norms for one kind of team; one more, which is missing, is theirs to say. */
export const normSet = z.object({
  order: z.number().int(),
  title: z.string(),
  /** For whom, in one sentence. */
  lead: z.string(),
  /** What is read aloud before the norms. */
  opening: z.string(),
  /** Names of norms in the library. */
  norms: z.array(z.string()).min(4).max(6),
  /** What only this kind of team says; the id is for ever, for shortlists name it. */
  own: z.array(normWords.extend({ id: z.string().regex(/^st\d{1,3}$/) })).max(2),
  /** Why these, in two to four sentences. */
  why: z.string(),
  /** What to talk about before anything else. */
  first: z.string().endsWith('?'),
});

import { z } from 'astro/zod';

/** Something to read, in one line or one paragraph. */
export const line = z.string().trim().min(1);

export const each = <Name extends string, Value>(names: readonly Name[], value: z.ZodType<Value>) =>
  z.record(z.enum(names), value);

/** A pattern of the coach, with the names of word lists in `<>`. */
export const pattern = z.string().refine((source) => {
  try {
    return new RegExp(source.replace(/<[a-zA-Z]+>/g, '(?:x)')) instanceof RegExp;
  } catch {
    // The only way to ask.
    return false;
  }
}, 'is no pattern');

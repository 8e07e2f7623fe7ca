import { z } from 'astro/zod';
import { needs } from '../domain/fitting-formats.ts';
import { phases } from '../domain/format.ts';

const minutes = z.number().int().positive();

export const format = z.object({
  /** Fewest and most. */
  people: z.tuple([z.number().int(), z.number().int()]),
  /** For each need that it serves, its place among the formats that do: the lowest is recommended. */
  needs: z.partialRecord(z.enum([...needs, 'first']), z.number().int().min(0)),
  phases: z.array(z.object({ phase: z.enum(phases), minutes })),
});

export const formatWords = z.object({
  name: z.string(),
  /** One line of what it is like. */
  note: z.string(),
});

/** What one role reads during a phase. `{presenter}` stands for the presenter's name. */
const role = z.object({
  /** Mine to do now, in at most five words: "You listen." */
  you: z.string(),
  /** One line of how. */
  how: z.string(),
});

export const phaseWords = z.object({
  name: z.string(),
  /** What happens, seen by all: "{presenter} is presenting." */
  now: z.string(),
  presenter: role,
  coach: role,
  /** What the steward reads aloud when the phase begins. */
  aloud: z.string(),
  /** The usual way this goes wrong, and what to say then: "If advice slips in, ask: …" */
  ifStuck: z.string(),
  /** The same where the whole session has no presenter, for a phase whose words name one. */
  nobody: role.extend({ now: z.string(), aloud: z.string(), ifStuck: z.string() }).optional(),
});

const spoken = z.object({ by: z.string(), text: z.string() });

/** A fictional session, for someone who tries Askwell alone. */
export const fictionalSession = z.object({
  title: z.string(),
  presenter: z.string(),
  coaches: z.array(z.string()).min(2),
  challenge: z.string(),
  focus: z.string(),
  /** What the presenter says aloud in "present", by paragraph. */
  story: z.array(z.string()).min(2),
  /** Questions of the other coaches in "explore", with the presenter's answer. */
  questions: z.array(spoken.extend({ answer: z.string() })).min(6),
  /** What the presenter answers to a question of mine, whatever it was; used in turn. */
  answersToMe: z.array(z.string()).min(3),
  /** What landed: said by the presenter in "respond". */
  landed: z.string(),
  learnings: z.array(spoken),
  commitment: z.object({
    text: z.string(),
    firstStep: z.string(),
    confidence: z.number().int(),
  }),
});

/** Closed questions that a circle rewrites together, to warm up. */
export const warmUps = z.object({ questions: z.array(z.string().max(60).endsWith('?')).min(6) });

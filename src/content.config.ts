import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { grammarParts, ruleKinds } from './domain/coach/language-data.ts';
import { findingKinds } from './domain/coach/verdict.ts';
import { phases } from './domain/format.ts';
import { aims, sorts, stretches } from './domain/practice/exercise.ts';
import {
  commonLines,
  mannerPatterns,
  subjects,
  type Manners,
  type PracticeCase,
} from './domain/practice/conversation/practice-case.ts';
import type { CaseCard, Level, PracticeLevel } from './domain/practice/exercise.ts';

const minutes = z.number().int().positive();

const formats = defineCollection({
  loader: glob({ base: './content/formats', pattern: '*.json' }),
  schema: z.object({
    people: z.tuple([z.number().int(), z.number().int()]),
    phases: z.array(z.object({ phase: z.enum(phases), minutes })),
  }),
});

/** What one role reads during a phase. `{presenter}` stands for the presenter's name. */
const role = z.object({
  /** Mine to do now, in at most five words: "You listen." */
  you: z.string(),
  /** One line of how. */
  how: z.string(),
});

const phaseWords = defineCollection({
  loader: glob({ base: './content/phases', pattern: '*/*.json' }),
  schema: z.object({
    name: z.string(),
    /** What happens, seen by all: "{presenter} is presenting." */
    now: z.string(),
    presenter: role,
    coach: role,
    /** What the steward reads aloud when the phase begins. */
    aloud: z.string(),
    /** The usual way this goes wrong, and what to say then: "If advice slips in, ask: …" */
    ifStuck: z.string(),
  }),
});

/** What every norm says, whoever wrote it. */
const normWords = z.object({
  text: z.string().startsWith('We '),
  why: z.string(),
  looksLike: z.string(),
  /** What to say when it slips, best by whoever slipped. */
  slipLine: z.string(),
});

const norms = defineCollection({
  loader: glob({ base: './content/norms', pattern: '*/*.json' }),
  schema: normWords.extend({
    group: z.string(),
    /** Offered inside a session; the others are on the site only. */
    starter: z.boolean().default(false),
    /** Only on a call, or only in one room. */
    setting: z.enum(['any', 'remote', 'room']).default('any'),
    /** How many people it needs at least. */
    from: z.number().int().min(2).max(6).default(2),
    /** Never loosened by a vote: everyone it concerns says yes. */
    protected: z.boolean().default(false),
  }),
});

/** What must be known of a language to see whether a norm is vague: patterns of whole words. */
const normPatterns = defineCollection({
  loader: glob({ base: './content/norm-words', pattern: '*.json' }),
  schema: z.record(z.string(), z.string()),
});

/** Norms for one kind of team; one more, which is missing, is theirs to say. */
const normSets = defineCollection({
  loader: glob({ base: './content/norm-sets', pattern: '*/*.json' }),
  schema: z.object({
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
  }),
});

const spoken = z.object({ by: z.string(), text: z.string() });

/** A fictional session, for someone who tries Askwell alone. */
const cases = defineCollection({
  loader: glob({ base: './content/cases', pattern: '*/*.json' }),
  schema: z.object({
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
  }),
});

/** The question bank: one file for each thing that questions are for. */
const questions = defineCollection({
  loader: glob({ base: './content/questions', pattern: '*/*.json' }),
  schema: z.object({
    order: z.number().int(),
    /** When in a session they fit. */
    phase: z.enum(['clarify', 'explore', 'learn', 'commit', 'any']),
    title: z.string(),
    /** When to reach for them, in one or two sentences. */
    lead: z.string(),
    questions: z.array(z.string().max(90)).min(8),
  }),
});

/** A pattern of the coach, with the names of word lists in `<>`. */
const pattern = z.string().refine((source) => {
  try {
    return new RegExp(source.replace(/<[a-zA-Z]+>/g, '(?:x)')) instanceof RegExp;
  } catch {
    // The only way to ask.
    return false;
  }
}, 'is no pattern');
const patterns = z.record(z.string(), pattern);
const texts = z.record(z.string(), z.string());
const each = <Name extends string, Value>(names: readonly Name[], value: z.ZodType<Value>) =>
  z.record(z.enum(names), value);

/** Words of a language, for the patterns of its coach; `|` separates them. */
const coachWords = defineCollection({
  loader: glob({ base: './content/coach', pattern: '*/words.json' }),
  schema: z.strictObject({
    lists: texts,
    spelledOut: texts,
    endings: texts,
    forgiven: z.string(),
    notForgiven: z.string(),
    sharedWords: z.string(),
  }),
});

/** How its sentences ask. A part that a language does not have is empty. */
const coachGrammar = defineCollection({
  loader: glob({ base: './content/coach', pattern: '*/grammar.json' }),
  schema: each(grammarParts, z.array(pattern)),
});

/** What may be heard as something else. */
const coachRules = defineCollection({
  loader: glob({ base: './content/coach', pattern: '*/rules.json' }),
  schema: each(
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
  ),
});

/** What was learnt from examples. */
const coachModel = defineCollection({
  loader: glob({ base: './content/coach', pattern: '*/model.json' }),
  schema: each(['leading', 'why-blame'], z.strictObject({ bias: z.number(), weights: texts })),
});

const rewrite = z.strictObject({ from: pattern, to: z.string() });

/** Sample rewrites, and patterns with a gap for where none fits. */
const coachRewrites = defineCollection({
  loader: glob({ base: './content/coach', pattern: '*/rewrites.json' }),
  schema: z.strictObject({
    own: z.partialRecord(z.enum(findingKinds), z.array(rewrite)),
    gap: z.partialRecord(z.enum(findingKinds), z.string()),
    /** For parked advice: a question about the need that an idea would meet, and one for all other ideas. */
    needs: z.array(rewrite),
    need: z.string().endsWith('?'),
  }),
});

/** Closed questions that a circle rewrites together, to warm up. */
const warmUps = defineCollection({
  loader: glob({ base: './content/warm-ups', pattern: '*/*.json' }),
  schema: z.object({ questions: z.array(z.string().max(60).endsWith('?')).min(6) }),
});

const guides = defineCollection({
  loader: glob({ base: './content/guides', pattern: '*/*.{md,mdx}' }),
  schema: z.object({
    title: z.string(),
    /** For search engines and the list of guides: one sentence. */
    description: z.string(),
    /** What you will be able to do, one sentence in the serif below the title. */
    lead: z.string(),
    order: z.number().int(),
    minutes: z.number().int().max(5),
    /** "Do this next": one to three links, the first is the one. */
    next: z
      .array(z.object({ label: z.string(), note: z.string(), href: z.string() }))
      .min(1)
      .max(3),
  }),
});

const line = z.string().trim().min(1);

/** Ways into the site, by what somebody needs right now. */
const needs = defineCollection({
  loader: glob({ base: './content/needs', pattern: '*/*.json' }),
  schema: z.strictObject({
    order: z.number().int(),
    /** In the words of the person: “I present tomorrow”. */
    need: line,
    /** One or two sentences that help already. */
    answer: line,
    links: z
      .array(z.strictObject({ label: line, href: z.templateLiteral(['/', z.string()]) }))
      .min(1)
      .max(3),
  }),
});
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

const practiceLevel: z.ZodType<PracticeLevel> = z.discriminatedUnion('level', [
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

const practice = defineCollection({
  loader: glob({ base: './content/practice', pattern: '*/*.json' }),
  schema: practiceLevel,
});

const caseCard: z.ZodType<Omit<CaseCard, 'id'>> = z.strictObject({
  title: line,
  field: line,
  who: line,
  lines: z.array(line).length(4),
  behind: line,
});

/** Case cards of the practice room. */
const caseCards = defineCollection({
  loader: glob({ base: './content/case-cards', pattern: '*/*.json' }),
  schema: caseCard,
});

const lines = (least: number) => z.array(line).min(least);

/** The made-up presenters of practice conversations. */
const conversations = defineCollection({
  loader: glob({ base: './content/conversations', pattern: '*/*.json' }),
  schema: z.strictObject({
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
  }),
});

/** What all of them have in common. */
const manners = defineCollection({
  loader: glob({ base: './content/manners', pattern: '*/*.json' }),
  schema: z.strictObject({
    words: each([...subjects, 'plain'], line),
    patterns: each(mannerPatterns, pattern),
    lines: each(commonLines, lines(2)),
  }) satisfies z.ZodType<Manners>,
});

export const collections = {
  formats,
  phases: phaseWords,
  norms,
  normSets,
  normWords: normPatterns,
  cases,
  guides,
  needs,
  questions,
  practice,
  caseCards,
  conversations,
  manners,
  warmUps,
  coachWords,
  coachGrammar,
  coachRules,
  coachModel,
  coachRewrites,
};

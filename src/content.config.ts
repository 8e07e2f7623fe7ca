import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import type { z } from 'astro/zod';
import {
  coachGrammar,
  coachModel,
  coachRewrites,
  coachRules,
  coachWords,
} from './schemas/coach.ts';
import { conversation, manners } from './schemas/conversations.ts';
import { norm, normPatterns, normSet } from './schemas/norms.ts';
import { caseCard, practiceLevel } from './schemas/practice.ts';
import { fictionalSession, format, formatWords, phaseWords, warmUps } from './schemas/sessions.ts';
import { guide, need, purpose } from './schemas/site.ts';

const collection = <Schema extends z.ZodType>(base: string, pattern: string, schema: Schema) =>
  defineCollection({ loader: glob({ base: `./content/${base}`, pattern }), schema });

/** Files of a folder for each locale. */
const inEach = <Schema extends z.ZodType>(base: string, schema: Schema) =>
  collection(base, '*/*.json', schema);

export const collections = {
  formats: collection('formats', '*.json', format),
  formatWords: inEach('format-words', formatWords),
  phases: inEach('phases', phaseWords),
  norms: inEach('norms', norm),
  normSets: inEach('norm-sets', normSet),
  normWords: collection('norm-words', '*.json', normPatterns),
  cases: inEach('cases', fictionalSession),
  guides: collection('guides', '*/*.{md,mdx}', guide),
  needs: inEach('needs', need),
  questions: inEach('questions', purpose),
  practice: inEach('practice', practiceLevel),
  caseCards: inEach('case-cards', caseCard),
  conversations: inEach('conversations', conversation),
  manners: inEach('manners', manners),
  warmUps: inEach('warm-ups', warmUps),
  coachWords: collection('coach', '*/words.json', coachWords),
  coachGrammar: collection('coach', '*/grammar.json', coachGrammar),
  coachRules: collection('coach', '*/rules.json', coachRules),
  coachModel: collection('coach', '*/model.json', coachModel),
  coachRewrites: collection('coach', '*/rewrites.json', coachRewrites),
};

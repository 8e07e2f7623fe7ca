import { describe, expect, test } from 'vitest';
import { loadLanguage, loadRewrites } from '../../../scripts/coach/load-language.ts';
import { classify } from '../../../src/domain/coach/classify.ts';
import { notesOf } from '../../../src/domain/coach/notes.ts';
import { suggest } from '../../../src/domain/coach/suggest.ts';
import type { FindingKind } from '../../../src/domain/coach/verdict.ts';
import { en } from '../../../src/i18n/en.ts';
import rules from '../../../content/coach/en/rules.json' with { type: 'json' };

const language = loadLanguage('en');
if (language === null) throw new Error('There is no English');
const rewrites = loadRewrites('en');
const hear = (text: string) => classify(text, { language, phase: 'explore' });
const notes = (text: string): FindingKind[] => notesOf(hear(text)).map(({ kind }) => kind);
const sample = (kind: FindingKind, text: string): string | null =>
  suggest(kind, text, hear(text), language, rewrites).sample;

describe('the coach says', () => {
  test.each<[string, FindingKind[]]>([
    ['What keeps you there?', []],
    ['Could you tell us more about that?', []],
    ['Shall I go on?', []],
    ['So what?', []],
    ['Is the deadline a problem?', ['closed']],
    ['Have you tried yoga?', ['leading']],
    ['How do you feel? Are you angry?', ['stacked']],
    ['Have you tried yoga? And what does your doctor say?', ['stacked', 'leading']],
  ])('of “%s”: %j', (text, kinds) => expect(notes(text)).toEqual(kinds));

  test('two things at most', () => {
    const text =
      'I know this from my own team, where we had it for years and nobody dared to say a word. ' +
      "Why didn't you tell them? And isn't he just lazy? Or have you tried a workshop?";
    expect(notes(text)).toHaveLength(2);
  });
});

describe('a sample keeps the writer’s own words', () => {
  test.each<[FindingKind, string, string]>([
    ['why-blame', "Why didn't you tell HR earlier?", 'What made it hard to tell HR earlier?'],
    ['why-blame', 'Why did you agree to that?', 'What led you to agree to that?'],
    ['why-blame', 'Why are you still doing her work?', 'What keeps you doing her work?'],
    [
      'why-blame',
      'Why do you let him interrupt?',
      'What goes on for you when you let him interrupt?',
    ],
    ['closed', 'So, did the talk with Ana go well?', 'How did the talk with Ana go for you?'],
    ['closed', 'Are you happy in this role?', 'How do you feel about this role?'],
    ['closed', 'Is the deadline a problem?', 'How does the deadline affect you?'],
    ['closed', 'Is there anything you could drop?', 'What could you drop?'],
    [
      'either-or',
      'Is it the workload or the people?',
      'How do the workload and the people each play into this?',
    ],
    ['stacked', 'What happened, and how did you feel?', 'What happened?'],
  ])('%s: “%s” → “%s”', (kind, text, wanted) => expect(sample(kind, text)).toBe(wanted));

  test('where they cannot be moved well, there is a pattern with a gap', () => {
    expect(sample('closed', 'Has it rained?')).toContain('…');
    expect(sample('why-blame', 'Why are you so loud?')).toContain('…');
  });

  test('no sample falls into the trap that it mends', () => {
    const texts = ["Why didn't you ask?", 'Why did you go?', 'Why do you always give in?'];
    for (const text of texts) expect(hear(sample('why-blame', text) ?? '').label).toBe('open');
  });
});

test('every reason and every recipe has words', () => {
  const reasons = Object.values(rules).flatMap((groups) => groups.map(({ reason }) => reason));
  const plain = ['stacked', 'either-or', 'closed', 'fact', 'soft-open', 'preamble', 'too-long'];
  const learnt = ['leading.sounds', 'blame.sounds'];
  const keys = [...reasons, ...plain, ...learnt].map((reason) => `coach.reason.${reason}`);
  const recipes = Object.keys(rewrites.gap).map((kind) => `coach.recipe.${kind}`);
  expect([...keys, ...recipes].filter((key) => !(key in en))).toEqual([]);
});

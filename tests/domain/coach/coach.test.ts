import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadLanguage } from '../../../scripts/coach/load-language.ts';
import { parseRows } from '../../../scripts/coach/rows.ts';
import { classify } from '../../../src/domain/coach/classify.ts';
import type { Phase } from '../../../src/domain/format.ts';
import { languageOf, type Language } from '../../../src/domain/coach/language.ts';
import { parseLanguage } from '../../../src/domain/coach/parse-language.ts';
import type { Verdict } from '../../../src/domain/coach/verdict.ts';

function english(): Language {
  const language = loadLanguage('en');
  if (language === null) throw new Error('There is no English');
  return language;
}

const language = english();
const hear = (text: string, phase: Phase = 'explore'): Verdict =>
  classify(text, { language, phase });
const kinds = (text: string, phase?: Phase): string[] =>
  hear(text, phase).findings.map(({ kind }) => kind);
const found = (text: string, kind: string): string | undefined => {
  const finding = hear(text).findings.find((one) => one.kind === kind);
  return finding && text.slice(finding.span.start, finding.span.end);
};

const cases = parseRows(readFileSync(join(import.meta.dirname, 'regression.tsv'), 'utf8'));

describe('of the regression file', () => {
  test('there is enough', () => expect(cases.length).toBeGreaterThanOrEqual(300));

  test('each example of the method is heard as what it is', () => {
    const wrong = cases
      .filter(({ source, label, text }) => source === 'must' && hear(text).label !== label)
      .map(({ text }) => text);
    expect(wrong).toEqual([]);
  });

  test.each([...new Set(cases.map(({ label }) => label))])(
    'nearly all that is %s is heard as that',
    (label) => {
      const meant = cases.filter((one) => one.label === label);
      const wrong = meant.filter(({ text }) => hear(text).label !== label).map(({ text }) => text);
      expect(wrong.length / meant.length, wrong.join('\n')).toBeLessThanOrEqual(0.12);
    },
  );
});

/**
 * Written before the rules were read again, in shapes unlike the examples that were learnt from. What the rules missed
 * of the first part has been generalised since; the second part was written beside it, and only looked at to score.
 */
describe('of questions that no rule was written for', () => {
  const unseen = parseRows(readFileSync(join(import.meta.dirname, 'unseen.tsv'), 'utf8'));
  test.each([...new Set(unseen.map(({ label }) => label))])('%s is heard', (label) => {
    const meant = unseen.filter((one) => one.label === label);
    const missed = meant.filter(({ text }) => hear(text).label !== label).map(({ text }) => text);
    expect(missed.length / meant.length, missed.join('\n')).toBeLessThanOrEqual(0.1);
  });

  test('hardly a neutral one is called leading or a reproach', () => {
    const neutral = unseen.filter(({ label }) => ['open', 'closed', 'either-or'].includes(label));
    const blamed = neutral
      .map(({ text }) => text)
      .filter((text) => ['leading', 'why-blame'].includes(hear(text).label));
    expect(blamed.length / neutral.length, blamed.join('\n')).toBeLessThanOrEqual(0.02);
  });
});

test.each([
  ['What keeps you there?', 'open'],
  ['Could you tell us more about that?', 'open'],
  ['Tell me about Monday.', 'open'],
  ['Did it work?', 'closed'],
  ['How long has it been?', 'fact'],
  ['On a scale of 0 to 10, how sure are you?', 'scale'],
  ['Is it the money or the title?', 'either-or'],
  ['You told him already?', 'declarative'],
  ['Have you tried yoga?', 'closed'],
  ['Talk to him.', 'none'],
])('“%s” has the form %s', (text, form) => expect(hear(text).form).toBe(form));

test('a polite door counts as open, and is told apart', () => {
  expect(hear('Can you say more about that?')).toMatchObject({ label: 'open', isSoftOpen: true });
  expect(hear('What is that like?')).toMatchObject({ label: 'open', isSoftOpen: false });
});

test('stacked and leading are noticed together, and the first names it', () => {
  const text = 'Have you tried yoga? And what does your doctor say?';
  expect(hear(text).label).toBe('stacked');
  expect(kinds(text)).toEqual(expect.arrayContaining(['stacked', 'leading']));
});

test('a finding points at the words that it is about', () => {
  expect(found('Well, have you tried yoga?', 'leading')).toBe('have you tried');
  expect(found('How do you feel? Are you angry?', 'stacked')).toBe('Are you angry');
});

test('typing errors in small words are forgiven', () => {
  expect(hear('waht do you want').label).toBe('open');
  expect(hear('why didnt you ask').label).toBe('why-blame');
  expect(hear('hvae you a plan?').label).toBe('closed');
});

test('a closed question is noticed while exploring, and is right when committing', () => {
  expect(kinds('Will you do it by Friday?', 'explore')).toContain('closed');
  expect(kinds('Will you do it by Friday?', 'commit')).toEqual([]);
});

test('consent and safety are asked closed at any time', () => {
  expect(kinds('Shall I go on?')).toEqual([]);
  expect(kinds('Are you safe?')).toEqual([]);
});

test('options come too early while clarifying', () => {
  expect(kinds('What are your options?', 'clarify')).toContain('too-early');
  expect(kinds('What are your options?', 'explore')).not.toContain('too-early');
});

test('a story before the question is noticed', () => {
  const text =
    'I was in a similar place two years ago and it took me months to see it. What do you see?';
  expect(kinds(text)).toContain('preamble');
});

test('a bare “So what?” is not judged', () => expect(hear('So what?').isSure).toBe(false));

test('a language without rules gets no verdict', () => {
  expect(loadLanguage('tlh')).toBeNull();
  expect(loadLanguage('../en')).toBeNull();
  expect(classify('nuqneH?', { language: null, phase: 'explore' })).toBeNull();
});

describe('bad input', () => {
  const bad: [string, string][] = [
    ['nothing', ''],
    ['spaces', ' \n\t '],
    ['emoji only', '🙃🔥👩‍👩‍👧‍👦'],
    ['mixed languages', 'Was meinst du, how do you feel about it, qu’est-ce que tu veux ?'],
    ['right to left', 'מה אתה חושב על זה?'],
    ['Arabic', 'ماذا تريد؟'],
    ['markup', '<script>alert("why did you")</script><b>What</b> is it &amp; why?'],
    ['control characters', 'Why\u0000 did\u202e you\u0007 go?'],
    ['unmatched quotes', 'He said "what do you want and left. Why?'],
    ['a lone surrogate', 'What \ud83d do you want?'],
    ['marks only', '???!!!…'],
    ['ten thousand signs', 'what if you and why did he, or '.repeat(320)],
    ['one long word', 'a'.repeat(10_000)],
    ['brackets', '<'.repeat(5000) + '"'.repeat(5000)],
  ];
  test.each(bad)('%s: an answer', (_, text) => {
    const { label, findings, question } = hear(text);
    expect(label).toBeTypeOf('string');
    for (const { start, end } of [question, ...findings.map(({ span }) => span)]) {
      expect(start).toBeGreaterThanOrEqual(0);
      expect(end).toBeLessThanOrEqual(text.length);
    }
  });

  test.each(['🙃🔥', 'מה אתה חושב על זה?', 'Was meinst du?', ''])('“%s” is not judged', (text) =>
    expect(hear(text).isSure).toBe(false),
  );

  test('markup is read as if it were not there', () =>
    expect(hear('<b>Why</b> did <i>you</i> go?').label).toBe('why-blame'));

  test('any text gets an answer, whose spans lie in it', () => {
    const words = fc.constantFrom(
      'why',
      'you',
      'or',
      'what',
      ',',
      '?',
      '"',
      ' ',
      'did',
      '-',
      'ß',
      '\n',
    );
    const texts = fc.oneof(
      fc.string({ maxLength: 200 }),
      fc.array(words).map((all) => all.join(' ')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        for (const { span } of hear(text).findings)
          expect(text.slice(span.start, span.end).length).toBe(span.end - span.start);
      }),
      { numRuns: 60 },
    );
  });
});

test('data that is no language is refused', () => {
  expect(parseLanguage(null, {}, {})).toBeNull();
  expect(parseLanguage({ lists: { a: 1 } }, {}, {})).toBeNull();
  const empty = parseLanguage(
    { lists: {}, spelledOut: {}, forgiven: '', notForgiven: '' },
    { wh: 'what' },
    { leading: [{ reason: 1 }] },
  );
  expect(empty?.rules.leading).toEqual([]);
  expect(empty && classify('What?', { language: languageOf(empty), phase: 'explore' }).label).toBe(
    'closed',
  );
});

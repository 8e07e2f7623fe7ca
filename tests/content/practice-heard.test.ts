import { expect, test } from 'vitest';
import { loadLanguage } from '../../scripts/coach/load-language.ts';
import { classify } from '../../src/domain/coach/classify.ts';
import { notesOf } from '../../src/domain/coach/notes.ts';
import type { FindingKind, Verdict } from '../../src/domain/coach/verdict.ts';
import type { Phase } from '../../src/domain/format.ts';
import type { PracticeLevel } from '../../src/domain/practice/exercise.ts';
import { jsonOf } from './read-content.ts';

// Where an exercise is right and the coach does not hear it, by the question.
const blindSpots: ReadonlyMap<string, string> = new Map();

interface Claim {
  readonly id: string;
  readonly text: string;
  readonly phase: Phase;
  readonly holds: (verdict: Verdict) => boolean;
}

const language = loadLanguage('en');
const levels = jsonOf<PracticeLevel>('practice/en').map(([, level]) => level);

const hear = ({ text, phase }: Claim): Verdict => {
  if (language === null) throw new Error('There is no English');
  return classify(text, { language, phase });
};

const isOpen = (verdict: Verdict): boolean => verdict.label === 'open';
/** The coach would say nothing: so a sample answer must be. */
const isClean = (verdict: Verdict): boolean => isOpen(verdict) && notesOf(verdict).length === 0;
const isClosed = ({ label }: Verdict): boolean => label === 'closed' || label === 'either-or';
const isStatement = ({ label }: Verdict): boolean => label === 'statement';
const finds =
  (...kinds: FindingKind[]) =>
  ({ findings }: Verdict): boolean =>
    findings.some(({ kind }) => kinds.includes(kind));

const sorted = {
  open: (verdict: Verdict) => isClean(verdict) && !verdict.isSoftOpen,
  'soft-open': (verdict: Verdict) => isOpen(verdict) && verdict.isSoftOpen,
  closed: isClosed,
  leading: ({ label }: Verdict) => label === 'leading',
};

function claimsOf(level: PracticeLevel): Claim[] {
  const claim = (id: string, text: string, holds: Claim['holds'], phase: Phase = 'explore') => ({
    id,
    text,
    holds,
    phase,
  });
  switch (level.level) {
    case 'sort':
      return level.items.map(({ id, question, sort }) => claim(id, question, sorted[sort]));
    case 'open':
      return level.items.map(({ id, question }) => claim(id, question, isClosed));
    case 'back':
      return level.items.flatMap(({ id, question, samples }) => [
        claim(id, question, isClean),
        ...samples.map((text) => claim(id, text, isClosed)),
      ]);
    case 'strip':
      return level.items.map(({ id, question, trap }) =>
        claim(id, question, trap === 'stacked' ? finds('stacked') : finds('too-long', 'preamble')),
      );
    case 'unadvise':
      return [];
    case 'reflect':
      return level.items.flatMap(({ id, samples, then }) => [
        claim(id, then, isClean),
        ...samples.map((text) => claim(id, text, isStatement)),
      ]);
    case 'verdict':
      return level.items.map(({ id, question }) =>
        claim(id, question, finds('judging', 'why-blame', 'leading')),
      );
    case 'sequence':
      return level.items.flatMap(({ id, questions }) =>
        questions.map(({ text, stretch }) =>
          stretch === 'act'
            ? claim(id, text, (verdict) => isOpen(verdict) || isClosed(verdict), 'commit')
            : claim(id, text, isClean),
        ),
      );
    case 'silence':
      return level.items.map(({ id, question }) => claim(id, question, isClean));
    case 'live':
    case 'observe':
      return [];
  }
}

const samples: Claim[] = levels.flatMap((level) =>
  level.level === 'open' ||
  level.level === 'strip' ||
  level.level === 'unadvise' ||
  level.level === 'verdict'
    ? level.items.flatMap((item) =>
        item.samples.map(({ text }) => ({
          id: item.id,
          text,
          phase: 'explore' as const,
          holds: isClean,
        })),
      )
    : [],
);
const claims = [...levels.flatMap(claimsOf), ...samples];
const unheard = claims.filter((claim) => !claim.holds(hear(claim))).map(({ text }) => text);

test('the coach hears each exercise as what it is, but for what it cannot hear', () => {
  expect(claims.length).toBeGreaterThan(350);
  expect(unheard.filter((text) => !blindSpots.has(text))).toEqual([]);
});

test('its blind spots are few, and none of them has healed', () => {
  expect(blindSpots.size).toBeLessThanOrEqual(8);
  expect([...blindSpots.keys()].filter((text) => !unheard.includes(text))).toEqual([]);
});
